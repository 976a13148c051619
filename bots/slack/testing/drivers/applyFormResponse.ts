import { z } from 'zod'
import type { FakeView } from '../World.ts'

const responseSchema = z.union([
  z.strictObject({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string().min(1)) }),
  z.strictObject({ response_action: z.literal('clear') }),
  z.strictObject({}),
])

/**
 * What the acknowledgement does to the form: errors keep it open, anything else closes it.
 *
 * @throws Error when errors name a field that the form does not have
 */
export function applyFormResponse(view: FakeView, response: unknown): void {
  const parsed = responseSchema.parse(response)
  if (!('response_action' in parsed) || parsed.response_action === 'clear') {
    view.isOpen = false
    view.errors = {}
    return
  }
  const fields = view.view.blocks.flatMap((block) => (block.type === 'input' ? [block.block_id] : []))
  const foreign = Object.keys(parsed.errors).find((id) => !fields.includes(id))
  if (foreign !== undefined) throw new Error(`The errors name ${foreign}, which is no field of the form.`)
  view.errors = parsed.errors
}
