import { z } from 'zod'

const nothing = <T extends z.ZodType>(list: T) =>
  z
    .array(list)
    .nullish()
    .transform((found) => found ?? [])

const parameterSchema = z.object({
  type: z.int(),
  name: z.string(),
  description: z.string(),
  required: z.boolean().default(false),
  autocomplete: z.boolean().default(false),
  choices: nothing(z.object({ name: z.string(), value: z.unknown() })),
})

/**
 * An application command as far as two of them can differ: what Discord leaves out, adds or numbers on its own is made
 * alike.
 */
export const standingCommandSchema = z.object({
  name: z.string(),
  type: z.int().default(1),
  description: z.string(),
  contexts: nothing(z.int()),
  default_member_permissions: z
    .string()
    .nullish()
    .transform((permissions) => permissions ?? null),
  options: nothing(parameterSchema.extend({ options: nothing(parameterSchema) })),
})

export type StandingCommand = z.infer<typeof standingCommandSchema>
