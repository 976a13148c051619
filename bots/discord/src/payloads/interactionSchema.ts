import { z } from 'zod'

const person = z.object({ id: z.string().min(1) })

/** What every interaction has: who, where, and how to answer. */
export const interactionSchema = z
  .object({
    id: z.string().min(1),
    token: z.string().min(1),
    guild_id: z.string().min(1).optional(),
    /** Who did it in a server. */
    member: z.object({ user: person }).optional(),
    /** Who did it in a direct message. */
    user: person.optional(),
    /** The message whose button was used. */
    message: z
      .object({ flags: z.int().default(0) })
      .optional()
      .catch(undefined),
  })
  .refine(({ member, user }) => member !== undefined || user !== undefined, 'Nobody did it.')

export type Interaction = z.infer<typeof interactionSchema>
