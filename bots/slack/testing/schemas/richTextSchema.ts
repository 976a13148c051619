import { z } from 'zod'
import { blockId } from './textSchemas.ts'

const style = z
  .strictObject({
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    code: z.boolean().optional(),
  })
  .optional()

const inline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), style }),
  z.strictObject({ type: z.literal('user'), user_id: z.string().regex(/^[UW][A-Z0-9]+$/), style }),
  z.strictObject({ type: z.literal('link'), url: z.url(), text: z.string().min(1).optional(), style }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.int(),
    format: z.string().regex(/\{\w+\}/),
    url: z.url().optional(),
    fallback: z.string().optional(),
    style,
  }),
])

const section = z.strictObject({
  type: z.literal('rich_text_section'),
  elements: z.array(inline).min(1),
})

/** A `rich_text` block, as far as an app of text, people, links and dates needs it. */
export const richTextSchema = z.strictObject({
  type: z.literal('rich_text'),
  block_id: blockId,
  elements: z.array(section).min(1),
})
