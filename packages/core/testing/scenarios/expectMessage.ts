import { expect } from 'vitest'
import type { Reply, Shown } from './ChatDriver.ts'

/** The message that somebody was shown, holding each of the texts. */
export function expectMessage(reply: Reply, ...texts: readonly string[]): Shown {
  if (!('message' in reply)) throw new Error(`No message was shown but ${JSON.stringify(reply)}`)
  for (const text of texts) expect(reply.message.text).toContain(text)
  return reply.message
}
