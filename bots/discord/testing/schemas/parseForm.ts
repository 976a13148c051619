import type { z } from 'zod'
import { refuseForm } from './refuseForm.ts'
import { toFormIssues } from './toFormIssues.ts'

/**
 * Reads a form body, or a part of one.
 *
 * @param options.at where in the body the part stands
 * @throws ApiRefusal 50035, with everything that is wrong
 */
export function parseForm<T extends z.ZodType>(
  schema: T,
  value: unknown,
  options: { at?: readonly string[] } = {},
): z.output<T> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const at = options.at ?? []
  throw refuseForm(
    ...parsed.error.issues.flatMap(toFormIssues).map((issue) => ({ ...issue, path: [...at, ...issue.path] })),
  )
}
