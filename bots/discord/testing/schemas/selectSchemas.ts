import { z } from 'zod'
import { componentId, customId, snowflake } from './fieldSchemas.ts'

const option = z.object({
  label: z.string().min(1).max(100),
  value: z.string().min(1).max(100),
  description: z.string().max(100).optional(),
  default: z.boolean().optional(),
})

const select = {
  id: componentId,
  custom_id: customId,
  placeholder: z.string().max(150).optional(),
  min_values: z.int().min(0).max(25).optional(),
  max_values: z.int().min(1).max(25).optional(),
}

const stringSelect = {
  type: z.literal(3),
  ...select,
  options: z.array(option).min(1).max(25),
}

const userSelect = {
  type: z.literal(5),
  ...select,
  default_values: z
    .array(z.object({ id: snowflake, type: z.literal('user') }))
    .max(25)
    .optional(),
}

/** Selects in a message, which can be disabled. */
export const messageSelects = [
  z.object({ ...stringSelect, disabled: z.boolean().optional() }),
  z.object({ ...userSelect, disabled: z.boolean().optional() }),
] as const

/** Selects in a form, which can be optional. */
export const modalSelects = [
  z.object({ ...stringSelect, required: z.boolean().optional() }),
  z.object({ ...userSelect, required: z.boolean().optional() }),
] as const
