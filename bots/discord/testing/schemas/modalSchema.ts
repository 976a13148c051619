import { z } from 'zod'
import { componentId, customId } from './fieldSchemas.ts'
import { modalSelects } from './selectSchemas.ts'

const textInputSchema = z
  .object({
    type: z.literal(4),
    id: componentId,
    custom_id: customId,
    style: z.literal([1, 2]),
    min_length: z.int().min(0).max(4000).optional(),
    max_length: z.int().min(1).max(4000).optional(),
    required: z.boolean().optional(),
    value: z.string().max(4000).optional(),
    placeholder: z.string().max(100).optional(),
  })
  .refine(({ value = '', max_length = 4000 }) => value.length <= max_length, {
    path: ['value'],
    message: 'The value is longer than max_length.',
  })

const labelSchema = z.object({
  type: z.literal(18),
  id: componentId,
  label: z.string().min(1).max(45),
  description: z.string().min(1).max(100).optional(),
  component: z.discriminatedUnion('type', [textInputSchema, ...modalSelects]),
})

const textSchema = z.object({
  type: z.literal(10),
  id: componentId,
  content: z.string().min(1).max(4000),
})

/** A form as an app may open it. */
export const modalSchema = z.object({
  custom_id: customId,
  title: z.string().min(1).max(45),
  components: z
    .array(z.discriminatedUnion('type', [labelSchema, textSchema]))
    .min(1)
    .max(5),
})

export type Modal = z.infer<typeof modalSchema>
export type ModalField = z.infer<typeof labelSchema>
