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
  options: z
    .array(option)
    .min(1)
    .max(25)
    .refine((all) => new Set(all.map(({ value }) => value)).size === all.length, {
      message: 'The specified option value is already used',
      params: { code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED' },
    }),
}

const userSelect = {
  type: z.literal(5),
  ...select,
  default_values: z
    .array(z.object({ id: snowflake, type: z.literal('user') }))
    .max(25)
    .optional(),
}

const inMessage = { disabled: z.boolean().optional() }
const inModal = {
  required: z.boolean().optional(),
  disabled: z.literal(false, { message: 'A modal cannot have disabled components.' }).optional(),
}

/** Selects in a message, which can be disabled. */
export const messageSelects = [
  z.object({ ...stringSelect, ...inMessage }),
  z.object({ ...userSelect, ...inMessage }).refine(hasFittingDefaults, { path: ['default_values'] }),
] as const

/** Selects in a form, which can be optional. */
export const modalSelects = [
  z.object({ ...stringSelect, ...inModal }).refine(isRequiredOrNot, { path: ['min_values'] }),
  z
    .object({ ...userSelect, ...inModal })
    .refine(isRequiredOrNot, { path: ['min_values'] })
    .refine(hasFittingDefaults, { path: ['default_values'] }),
] as const

/** Nothing may be chosen only where nothing has to be. */
function isRequiredOrNot(one: { required?: boolean | undefined; min_values?: number | undefined }): boolean {
  return one.min_values !== 0 || one.required === false
}

function hasFittingDefaults(one: {
  default_values?: readonly unknown[] | undefined
  min_values?: number | undefined
  max_values?: number | undefined
}): boolean {
  const { default_values = [], min_values = 1, max_values = 1 } = one
  return (
    default_values.length === 0 ||
    (default_values.length >= min_values && default_values.length <= max_values)
  )
}
