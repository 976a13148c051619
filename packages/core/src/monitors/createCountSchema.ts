import { z } from 'zod'

/**
 * A whole number with a default, as settings have it.
 *
 * @param options.most no bound unless told
 * @example
 * createCountSchema({ least: 1, fallback: 20 }).parse(undefined) // 20
 */
export function createCountSchema(options: { least: number; most?: number; fallback: number }) {
  const { least, most = Number.MAX_SAFE_INTEGER, fallback } = options
  return z
    .int({ error: 'must be a whole number' })
    .min(least, { error: `must be ${least} or more` })
    .max(most, { error: `must be ${most} or less` })
    .default(fallback)
}
