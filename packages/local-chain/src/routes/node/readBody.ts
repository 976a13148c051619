import type { Context } from 'hono'

/** Reads a body; null when it is empty, which a node does not read. */
export async function readBody(c: Context): Promise<Uint8Array | null> {
  const body = new Uint8Array(await c.req.arrayBuffer())
  return body.length === 0 ? null : body
}
