import { z } from 'zod'

/**
 * A severity, as settings name it.
 *
 * @example
 * severitySchema.parse('warning')
 */
export const severitySchema = z.enum(['info', 'warning', 'critical'], {
  error: 'must be info, warning or critical',
})
