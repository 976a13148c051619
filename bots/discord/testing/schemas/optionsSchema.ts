import { z } from 'zod'
import { commandName, localizations } from './fieldSchemas.ts'
import { type Parameter, parameterSchema } from './parameterSchema.ts'

const MOST = 25

const DUPLICATED = {
  message: 'Option name already exists',
  params: { code: 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS' },
}
const MISPLACED = {
  message: 'Required options must be placed before non-required options',
  params: { code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID' },
}

const parametersSchema = z
  .array(parameterSchema)
  .max(MOST)
  .refine(areUnique, DUPLICATED)
  .refine(haveRequiredFirst, MISPLACED)

const part = {
  name: commandName,
  name_localizations: localizations,
  description: z.string().min(1).max(100),
  description_localizations: localizations,
}

const subcommandSchema = z.object({ ...part, type: z.literal(1), options: parametersSchema.optional() })

const groupSchema = z.object({
  ...part,
  type: z.literal(2),
  options: z.array(subcommandSchema).max(MOST).refine(areUnique, DUPLICATED).optional(),
})

/** What may follow a command: either subcommands and groups of them, or parameters. */
export const optionsSchema = z.union([
  z
    .array(z.discriminatedUnion('type', [subcommandSchema, groupSchema]))
    .max(MOST)
    .refine(areUnique, DUPLICATED),
  parametersSchema,
])

export type Options = z.infer<typeof optionsSchema>

function areUnique(options: readonly { name: string }[]): boolean {
  return new Set(options.map(({ name }) => name)).size === options.length
}

function haveRequiredFirst(options: readonly Parameter[]): boolean {
  return options.every(
    ({ required }, index) => !required || options.slice(0, index).every((one) => one.required),
  )
}
