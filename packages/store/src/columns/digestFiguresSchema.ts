import type { DigestFigures } from '@medikey/core'
import { z } from 'zod'
import { schemaOf } from './schemaOf.ts'

const volume = z.string().regex(/^\d+$/)
const count = z.int().min(0)
const counts = { asked: count, approved: count, denied: count, cancelled: count, expired: count }

export const digestFiguresSchema = schemaOf<DigestFigures>()(
  z.strictObject({
    readUntil: z.string().nullable().optional(),
    spans: z.array(z.strictObject({ label: z.string(), volume, before: volume })).readonly(),
    draws: z.strictObject({ count, volume, people: count, before: volume }),
    people: z
      .array(
        z.strictObject({
          principal: z.string(),
          count,
          volume,
          before: volume,
          spans: z.array(volume).readonly(),
        }),
      )
      .readonly(),
    others: z.strictObject({ people: count, count, volume, spans: z.array(volume).readonly() }).nullable(),
    records: z
      .array(z.strictObject({ recordId: volume, accessedVolume: volume, dataVolume: volume, drawn: volume }))
      .readonly(),
    requests: z.strictObject({ ...counts, before: z.strictObject(counts) }),
    waiting: z.strictObject({ count, oldestAt: z.string().nullable() }),
    alerts: z
      .array(
        z.strictObject({
          rule: z.string(),
          severity: z.enum(['info', 'warning', 'critical']),
          count,
          before: count,
        }),
      )
      .readonly(),
    failedCalls: z.array(z.strictObject({ code: volume.nullable(), count })).readonly(),
    failedCallsBefore: count,
  }),
)
