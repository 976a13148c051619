import { z } from 'zod'
import { commandName, localizations } from './fieldSchemas.ts'
import { measureCommand } from './measureCommand.ts'
import { optionsSchema } from './optionsSchema.ts'

const LARGEST_COMMAND = 8000

const settings = {
  id: z.string().optional(),
  name_localizations: localizations,
  description_localizations: localizations,
  default_member_permissions: z.string().regex(/^\d+$/).nullable().optional(),
  dm_permission: z.boolean().nullable().optional(),
  nsfw: z.boolean().optional(),
  integration_types: z
    .array(z.literal([0, 1]))
    .nullable()
    .optional(),
  contexts: z
    .array(z.literal([0, 1, 2]))
    .nullable()
    .optional(),
}

const slashSchema = z
  .object({
    ...settings,
    type: z.literal(1).optional().default(1),
    name: commandName,
    description: z.string().min(1).max(100),
    options: optionsSchema.optional(),
  })
  .refine((command) => measureCommand(command) <= LARGEST_COMMAND, {
    message: `Command exceeds maximum size (${LARGEST_COMMAND})`,
    params: { code: 'APPLICATION_COMMAND_TOO_LARGE' },
  })

const menuSchema = z.object({
  ...settings,
  type: z.literal([2, 3]),
  name: z.string().min(1).max(32),
  description: z.literal('').optional(),
})

/** An application command as an app may register it: typed, or in the menu of a person or message. */
export const commandSchema = z.union([slashSchema, menuSchema])

export type Command = z.infer<typeof commandSchema>
