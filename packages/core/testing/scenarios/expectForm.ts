import type { Reply, ShownForm } from './ChatDriver.ts'

/** The form that opened. */
export function expectForm(reply: Reply): ShownForm {
  if ('form' in reply) return reply.form
  throw new Error(`No form opened, but there was ${JSON.stringify(reply)}`)
}
