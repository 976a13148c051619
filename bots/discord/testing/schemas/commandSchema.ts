import { z } from 'zod'
import { optionsSchema } from './optionsSchema.ts'

const description = z.string().min(1).max(100)
const localizations = z.record(z.string(), z.string()).nullable().optional()

const settings = {
  name_localizations: localizations,
  description_localizations: localizations,
  default_member_permissions: z.string().regex(/^\d+$/).nullable().optional(),
  default_permission: z.boolean().nullable().optional(),
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
  id: z.string().optional(),
}

const slashCommand = z.object({
  ...settings,
  type: z.literal(1).optional().default(1),
  name: z.string().regex(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u),
  description,
  options: optionsSchema,
})

const menuCommand = z.object({
  ...settings,
  type: z.literal([2, 3]),
  name: z.string().min(1).max(32),
  description: z.literal('').optional(),
})

/** An application command as an app may register it. */
export const commandSchema = z.union([slashCommand, menuCommand])

export type Command = z.infer<typeof commandSchema>
