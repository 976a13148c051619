import { z } from 'zod'
import { commandName, localizations } from './fieldSchemas.ts'

const parameter = {
  name: commandName,
  name_localizations: localizations,
  description: z.string().min(1).max(100),
  description_localizations: localizations,
  required: z.boolean().optional(),
}

/** What a person may choose, or be proposed while typing. */
const choosing = <T extends z.ZodType>(value: T) => ({
  choices: z
    .array(z.object({ name: z.string().min(1).max(100), name_localizations: localizations, value }))
    .max(25)
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, {
      message: 'Option choice name already exists',
      params: { code: 'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS' },
    })
    .optional(),
  autocomplete: z.boolean().optional(),
})

const length = z.int().min(0).max(6000).optional()
const whole = z.int()
const any = z.number()

/** An option that takes a value: text, a number, yes or no, a person, a channel, a role. */
export const parameterSchema = z
  .discriminatedUnion('type', [
    z.object({
      ...parameter,
      ...choosing(z.string().max(100)),
      type: z.literal(3),
      min_length: length,
      max_length: length,
    }),
    z.object({
      ...parameter,
      ...choosing(whole),
      type: z.literal(4),
      min_value: whole.optional(),
      max_value: whole.optional(),
    }),
    z.object({
      ...parameter,
      ...choosing(any),
      type: z.literal(10),
      min_value: any.optional(),
      max_value: any.optional(),
    }),
    z.object({ ...parameter, type: z.literal([5, 6, 8, 9]) }),
    z.object({ ...parameter, type: z.literal(7), channel_types: z.array(z.int()).optional() }),
  ])
  .refine((one) => !('autocomplete' in one && one.autocomplete && (one.choices?.length ?? 0) > 0), {
    path: ['autocomplete'],
    message: 'An option with choices cannot be autocompleted.',
  })

export type Parameter = z.infer<typeof parameterSchema>
