import type { Context } from 'hono'

/** Answers 400 as a node does to a request that it cannot decode. */
export function refuseRequest(c: Context, problem: string): Response {
  return c.text(`Failed to decode: ${problem}`, 400)
}
