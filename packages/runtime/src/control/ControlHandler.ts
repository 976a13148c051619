import type { z } from 'zod'

/** One method of the control socket: what it takes, and what it does with it. */
export type ControlHandler<Params extends z.ZodType = z.ZodType> = {
  /** Checks the parameters before `run` sees them. */
  params: Params
  /** The result travels as JSON; bigints arrive as decimal strings. `signal` aborts when the caller has gone. */
  run: (params: z.output<Params>, options: { signal: AbortSignal }) => unknown
}
