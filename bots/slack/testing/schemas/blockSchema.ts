import { z } from 'zod'
import { richTextSchema } from './richTextSchema.ts'
import { actionId, anyText, blockId, plainText } from './textSchemas.ts'

const button = z.strictObject({
  type: z.literal('button'),
  action_id: actionId,
  text: plainText(75),
  value: z.string().min(1).max(2000).optional(),
  url: z.url().max(3000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().max(75).optional(),
})

const textInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    action_id: actionId,
    initial_value: z.string().max(3000).optional(),
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(3000).optional(),
    max_length: z.int().min(1).max(3000).optional(),
    placeholder: plainText(150).optional(),
    focus_on_load: z.boolean().optional(),
  })
  .refine((input) => (input.initial_value ?? '').length <= (input.max_length ?? 3000), {
    path: ['initial_value'],
    message: 'initial_value is longer than max_length',
  })
  .refine((input) => (input.min_length ?? 0) <= (input.max_length ?? 3000), {
    path: ['min_length'],
    message: 'min_length is more than max_length',
  })

const usersSelect = z.strictObject({
  type: z.literal('users_select'),
  action_id: actionId,
  initial_user: z
    .string()
    .regex(/^[UW][A-Z0-9]+$/)
    .optional(),
  placeholder: plainText(150).optional(),
  focus_on_load: z.boolean().optional(),
})

const messageBlocks = [
  z.strictObject({ type: z.literal('header'), block_id: blockId, text: plainText(150) }),
  z
    .strictObject({
      type: z.literal('section'),
      block_id: blockId,
      text: anyText(3000).optional(),
      fields: z.array(anyText(2000)).min(1).max(10).optional(),
      accessory: button.optional(),
    })
    .refine((section) => section.text !== undefined || section.fields !== undefined, {
      message: 'a section needs text or fields',
    }),
  z.strictObject({
    type: z.literal('image'),
    block_id: blockId,
    alt_text: z.string().min(1).max(2000),
    title: plainText(2000).optional(),
    slack_file: z.strictObject({ id: z.string().regex(/^F[A-Z0-9]+$/) }),
  }),
  z.strictObject({ type: z.literal('divider'), block_id: blockId }),
  z.strictObject({
    type: z.literal('context'),
    block_id: blockId,
    elements: z.array(anyText(2000)).min(1).max(10),
  }),
  z
    .strictObject({ type: z.literal('actions'), block_id: blockId, elements: z.array(button).min(1).max(25) })
    .refine(
      (block) => new Set(block.elements.map((element) => element.action_id)).size === block.elements.length,
      {
        path: ['elements'],
        message: 'action_id is used twice in one block',
      },
    ),
  richTextSchema,
] as const

const input = z.strictObject({
  type: z.literal('input'),
  block_id: blockId,
  label: plainText(2000),
  element: z.discriminatedUnion('type', [textInput, usersSelect]),
  hint: plainText(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
})

/** What may stand in a message. */
export const messageBlockSchema = z.discriminatedUnion('type', [...messageBlocks])
/** What may stand in a form. */
export const viewBlockSchema = z.discriminatedUnion('type', [...messageBlocks, input])

export type MessageBlock = z.infer<typeof messageBlockSchema>
export type ViewBlock = z.infer<typeof viewBlockSchema>
export type Button = z.infer<typeof button>
export type InputBlock = z.infer<typeof input>
