import { z } from 'zod'

const instant = z.iso.datetime().nullable()

/** An alert as commands print it. Instants are ISO 8601. */
export const alertRowSchema = z.object({
  id: z.string(),
  rule: z.string(),
  severity: z.enum(['info', 'warning', 'critical']),
  status: z.enum(['pending', 'firing', 'acknowledged', 'resolved']),
  /** What it is, in a few words. */
  title: z.string(),
  cause: z.string(),
  /** How many things were found, and what the first of them are about. */
  findings: z.int(),
  subjects: z.array(z.string()),
  startedAt: z.iso.datetime(),
  firedAt: instant,
  acknowledgedAt: instant,
  /** A principal, or `operator` where it was done on the machine; null where nobody did. */
  acknowledgedBy: z.string().nullable(),
  resolvedAt: instant,
  /** Set while it is silent. */
  silencedUntil: instant,
  silenceReason: z.string().nullable(),
  /** The rule whose alert it waits for. */
  inhibitedBy: z.string().nullable(),
})

export type AlertRow = z.output<typeof alertRowSchema>
