import { expect } from 'vitest'
import type { Reply } from './ChatDriver.ts'

/** What somebody is told about a form that cannot be read: at its fields, or in a message where there is no such place. */
export function expectProblem(reply: Reply, text: string): void {
  if ('form' in reply) throw new Error(`Nothing was said, but a form opened: ${reply.form.text}`)
  expect('problems' in reply ? reply.problems.join('\n') : reply.message.text).toContain(text)
}
