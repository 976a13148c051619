import { z } from 'zod'

/** A silence in force as commands print it, of which no open alert is listed. Instants are ISO 8601. */
export const silenceRowSchema = z.object({
  /** The alert by which it can be ended. */
  alertId: z.string().nullable(),
  rule: z.string(),
  cause: z.string(),
  /** What is silenced, in a few words. */
  what: z.string(),
  until: z.iso.datetime(),
  reason: z.string(),
})

export type SilenceRow = z.output<typeof silenceRowSchema>
