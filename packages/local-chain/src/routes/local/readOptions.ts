import type { Context } from 'hono'
import type { z } from 'zod'

/** Reads the options of a control route: a JSON object, or nothing for all defaults. */
export async function readOptions<T extends z.ZodType>(
  c: Context,
  schema: T,
): Promise<{ ok: true; options: z.infer<T> } | { ok: false; message: string }> {
  const text = await c.req.text()
  let content: unknown
  try {
    content = text === '' ? {} : JSON.parse(text)
  } catch {
    return { ok: false, message: 'The body has to be JSON.' }
  }
  const parsed = schema.safeParse(content)
  if (parsed.success) return { ok: true, options: parsed.data }
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`)
  return { ok: false, message: problems.join('; ') }
}
