import { z } from 'zod'

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u

const localizations = z.record(z.string(), z.string()).nullable().optional()

const option = {
  name: z
    .string()
    .regex(NAME)
    .refine((name) => name === name.toLowerCase()),
  name_localizations: localizations,
  description: z.string().min(1).max(100),
  description_localizations: localizations,
}
const value = { ...option, required: z.boolean().optional() }

const choices = <T extends z.ZodType>(of: T) =>
  z
    .array(z.object({ name: z.string().min(1).max(100), name_localizations: localizations, value: of }))
    .max(25)
    .optional()
const autocomplete = z.boolean().optional()

const parameter = z
  .discriminatedUnion('type', [
    z.object({
      ...value,
      type: z.literal(3),
      choices: choices(z.string().max(100)),
      autocomplete,
      min_length: z.int().min(0).max(6000).optional(),
      max_length: z.int().min(1).max(6000).optional(),
    }),
    z.object({
      ...value,
      type: z.literal(4),
      choices: choices(z.int()),
      autocomplete,
      min_value: z.int().optional(),
      max_value: z.int().optional(),
    }),
    z.object({
      ...value,
      type: z.literal(10),
      choices: choices(z.number()),
      autocomplete,
      min_value: z.number().optional(),
      max_value: z.number().optional(),
    }),
    z.object({ ...value, type: z.literal(5) }),
    z.object({ ...value, type: z.literal(6) }),
    z.object({ ...value, type: z.literal(7), channel_types: z.array(z.int()).optional() }),
    z.object({ ...value, type: z.literal([8, 9]) }),
  ])
  .refine((one) => !('autocomplete' in one && one.autocomplete && (one.choices?.length ?? 0) > 0), {
    path: ['autocomplete'],
    message: 'An option with choices cannot be autocompleted.',
  })

const parameters = z
  .array(parameter)
  .max(25)
  .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, {
    message: 'Option names must be unique.',
  })
  .refine(
    (all) => all.every(({ required }, at) => !required || all.slice(0, at).every((one) => one.required)),
    {
      message: 'Required options must be placed before non-required options.',
    },
  )
  .optional()

const subcommand = z.object({ ...option, type: z.literal(1), options: parameters })

const group = z.object({
  ...option,
  type: z.literal(2),
  options: z.array(subcommand).max(25).optional(),
})

/** What may follow a command: either subcommands and groups of them, or parameters. */
export const optionsSchema = z
  .union([z.array(z.discriminatedUnion('type', [subcommand, group])).max(25), parameters.unwrap()])
  .optional()

export type Parameter = z.infer<typeof parameter>
export type Subcommand = z.infer<typeof subcommand>
export type SubcommandGroup = z.infer<typeof group>
