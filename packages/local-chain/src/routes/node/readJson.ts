import type { Context } from 'hono'
import type { z } from 'zod'
import { readBody } from './readBody.ts'

/** Reads a JSON body of the schema's shape; null when it is anything else. */
export async function readJson<T extends z.ZodType>(c: Context, schema: T): Promise<z.infer<T> | null> {
  const body = await readBody(c)
  if (body === null) return null
  try {
    const parsed = schema.safeParse(JSON.parse(Buffer.from(body).toString('utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
