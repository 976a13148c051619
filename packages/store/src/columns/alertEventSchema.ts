import type { AlertEvent, RuleName } from '@medikey/core'
import { z } from 'zod'
import { schemaOf } from './schemaOf.ts'

const severity = z.enum(['info', 'warning', 'critical'])

export const alertEventSchema = schemaOf<AlertEvent>()(
  z.strictObject({
    step: z.enum([
      'fired',
      'joined',
      'escalated',
      'repeated',
      'reminded',
      'acknowledged',
      'silenced',
      'unsilenced',
      'resolved',
    ]),
    reason: z.enum(['monitor-switched-off']).optional(),
    at: z.string(),
    alert: z.strictObject({
      id: z.string(),
      rule: z.custom<RuleName>((value) => typeof value === 'string'),
      cause: z.string(),
      severity,
      status: z.enum(['pending', 'firing', 'acknowledged', 'resolved']),
      startedAt: z.string(),
      firedAt: z.string().nullable(),
      acknowledgedAt: z.string().nullable(),
      acknowledgedBy: z.string().nullable(),
      resolvedAt: z.string().nullable(),
      silencedUntil: z.string().nullable(),
      silenceReason: z.string().nullable(),
    }),
    findingCount: z.int(),
    findings: z
      .array(
        z.strictObject({
          fingerprint: z.string(),
          kind: z.enum(['happening', 'condition']),
          severity,
          subject: z.string(),
          summary: z.string(),
          recordId: z.string().nullable(),
          txid: z.string().nullable(),
          at: z.string(),
          endedAt: z.string().nullable(),
        }),
      )
      .readonly(),
  }),
)
