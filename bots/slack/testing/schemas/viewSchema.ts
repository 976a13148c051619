import { z } from 'zod'
import { viewBlockSchema } from './blockSchema.ts'
import { hasUniqueBlockIds } from './hasUniqueBlockIds.ts'
import { plainText } from './textSchemas.ts'

const shared = {
  blocks: z
    .array(viewBlockSchema)
    .min(1)
    .max(100)
    .refine(hasUniqueBlockIds, { message: 'block_id is used twice' }),
  private_metadata: z.string().max(3000).optional(),
  external_id: z.string().max(255).optional(),
}

/** A modal as an app may open it. */
export const modalSchema = z
  .strictObject({
    ...shared,
    type: z.literal('modal'),
    callback_id: z.string().max(255),
    title: plainText(24),
    submit: plainText(24).optional(),
    close: plainText(24).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
  })
  .refine((view) => view.submit !== undefined || view.blocks.every((block) => block.type !== 'input'), {
    path: ['submit'],
    message: 'a modal with inputs needs a submit button',
  })

/** A Home tab as an app may publish it: it has neither title nor buttons of its own. */
export const homeSchema = z.strictObject({
  ...shared,
  type: z.literal('home'),
  callback_id: z.string().max(255).optional(),
})

export type View = z.infer<typeof modalSchema> | z.infer<typeof homeSchema>
