import { z } from 'zod'

/** What an app sends to the gateway. */
export const frameSchema = z.discriminatedUnion('op', [
  z.object({ op: z.literal(1), d: z.int().nullable() }),
  z.object({
    op: z.literal(2),
    d: z.object({
      token: z.string(),
      intents: z.int(),
      properties: z.record(z.string(), z.unknown()),
      shard: z.tuple([z.int(), z.int()]).optional(),
    }),
  }),
  z.object({ op: z.literal(3), d: z.unknown() }),
  z.object({
    op: z.literal(6),
    d: z.object({ token: z.string(), session_id: z.string(), seq: z.int() }),
  }),
])

export type Frame = z.output<typeof frameSchema>
export type Identify = Extract<Frame, { op: 2 }>['d']
export type Resume = Extract<Frame, { op: 6 }>['d']
