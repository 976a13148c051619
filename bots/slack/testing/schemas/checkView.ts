import type { z } from 'zod'
import type { View } from './viewSchema.ts'

const LARGEST_BYTES = 250_000

export type CheckedView =
  | { readonly view: View }
  | { readonly error: string; readonly details: readonly string[] }

/** Checks a modal or a Home tab against the limits of Slack. */
export function checkView(schema: z.ZodType<View>, value: unknown): CheckedView {
  const parsed = schema.safeParse(value)
  if (!parsed.success) {
    return {
      error: 'invalid_arguments',
      details: parsed.error.issues.map(
        (issue) => `[ERROR] ${issue.message} [json-pointer:/view/${issue.path.join('/')}]`,
      ),
    }
  }
  if (Buffer.byteLength(JSON.stringify(parsed.data)) > LARGEST_BYTES) {
    return { error: 'view_too_large', details: [] }
  }
  return { view: parsed.data }
}
