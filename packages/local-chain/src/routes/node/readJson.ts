import type { Context } from 'hono'
import type { z } from 'zod'
import { readBody } from './readBody.ts'

/** Reads a JSON body of the schema's shape. `problem` is what a node says of any other. */
export async function readJson<T extends z.ZodType>(
  c: Context,
  schema: T,
): Promise<{ readonly data: z.infer<T> } | { readonly problem: string }> {
  const body = await readBody(c)
  if (body === null) return { problem: 'Invalid Http request: invalid body length' }
  if (!/^application\/json(;|$)/i.test(c.req.header('content-type') ?? '')) {
    return { problem: 'Invalid content-type: expected application/json' }
  }
  try {
    const parsed = schema.safeParse(JSON.parse(Buffer.from(body).toString('utf8')))
    if (parsed.success) return { data: parsed.data }
  } catch {
    // It is no JSON at all.
  }
  return { problem: 'Failed to parse JSON body' }
}
