import { z } from 'zod'
import { viewBlockSchema } from './blockSchema.ts'
import { plainText } from './textSchemas.ts'

/** A modal as an app may open it. */
export const viewSchema = z
  .strictObject({
    type: z.literal('modal'),
    callback_id: z.string().max(255),
    title: plainText(24),
    submit: plainText(24).optional(),
    close: plainText(24).optional(),
    blocks: z.array(viewBlockSchema).min(1).max(100),
    private_metadata: z.string().max(3000).optional(),
    external_id: z.string().max(255).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
  })
  .refine((view) => view.submit !== undefined || view.blocks.every((block) => block.type !== 'input'), {
    path: ['submit'],
    message: 'a modal with inputs needs a submit button',
  })

export type View = z.infer<typeof viewSchema>
