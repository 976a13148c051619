import type { z } from 'zod'
import type { ControlHandler } from './ControlHandler.ts'

/**
 * Ties a method's parameters to the function that takes them.
 *
 * @example
 * const pending = defineControlHandler({ params: z.strictObject({ page: z.int() }), run: ({ page }) => list(page) })
 */
export function defineControlHandler<Params extends z.ZodType>(
  handler: ControlHandler<Params>,
): ControlHandler {
  return {
    params: handler.params,
    run: (params, options) => handler.run(params as z.output<Params>, options),
  }
}
