import { z } from 'zod'

/** A misbehaviour of the node that a test asks for, on the next `count` requests of a route. */
export const faultSchema = z.strictObject({
  /** `POST /v2/transactions`; a `*` at the end stands for any rest. */
  route: z
    .string()
    .regex(
      /^(GET|POST) \/[^*\s]*\*?$/,
      'has to be a method, a space and a path, such as "POST /v2/transactions"',
    ),
  count: z.number().int().min(1).max(10_000).default(1),
  fault: z.discriminatedUnion('type', [
    /** The request is served, late. */
    z.strictObject({ type: z.literal('delay'), ms: z.number().int().min(1).max(120_000) }),
    /** The request is served and the connection cut before the answer. */
    z.strictObject({ type: z.literal('drop-answer') }),
    /** The connection is cut and nothing is served. */
    z.strictObject({ type: z.literal('reset') }),
    /** Nothing is served; the answer is this status. */
    z.strictObject({
      type: z.literal('status'),
      status: z.union([z.literal(429), z.literal(500), z.literal(502), z.literal(503), z.literal(504)]),
      retryAfter: z.number().int().min(0).optional(),
    }),
  ]),
})

/** A misbehaviour that a test asks the local chain's node for. */
export type Fault = z.infer<typeof faultSchema>

/** The faults that are still to happen. */
export type Faults = {
  readonly add: (fault: Fault) => void
  /** The first fault for this request, counted as happened. */
  readonly take: (request: { method: string; path: string }) => Fault['fault'] | null
  readonly clear: () => void
  readonly list: () => Fault[]
}
