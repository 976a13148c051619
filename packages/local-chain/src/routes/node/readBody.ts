import type { Context } from 'hono'

const maximumBytes = 16 * 1024 * 1024

/** Reads a body that a node would read: not empty and at most 16 MiB. Null when it is not so. */
export async function readBody(c: Context): Promise<Uint8Array | null> {
  const declared = Number(c.req.header('content-length') ?? '0')
  if (declared > maximumBytes) return null
  const body = new Uint8Array(await c.req.arrayBuffer())
  return body.length === 0 || body.length > maximumBytes ? null : body
}
