import { z } from 'zod'

/** An id of Discord. */
export const snowflake = z.string().regex(/^\d{17,20}$/)

/** What an app gives its buttons, selects, inputs and forms to know them again. */
export const customId = z.string().min(1).max(100)

/** Where a component stands in its message; Discord numbers what is not numbered. */
export const componentId = z.int().min(0).max(2_147_483_647).optional()

/** The name of a command or of an option. */
export const commandName = z
  .string()
  .regex(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u)
  .refine((name) => name === name.toLowerCase(), {
    message: 'Command name is invalid',
    params: { code: 'APPLICATION_COMMAND_INVALID_NAME' },
  })

export const localizations = z.record(z.string(), z.string()).nullable().optional()
