import type { z } from 'zod'
import { OptionsInvalidError } from './errors/OptionsInvalidError.ts'

/**
 * Parses what a caller in this process gave.
 *
 * @throws OptionsInvalidError
 */
export function parseOptions<T extends z.ZodType>(schema: T, options: z.input<T>): z.output<T> {
  const parsed = schema.safeParse(options)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'options'}: ${message}`,
  )
  throw new OptionsInvalidError({ problems })
}
