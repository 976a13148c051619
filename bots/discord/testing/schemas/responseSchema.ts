import { z } from 'zod'
import { messageEditSchema } from './messageSchema.ts'
import { modalSchema } from './modalSchema.ts'

const choice = z.object({
  name: z
    .string()
    .max(100)
    .refine((name) => name.trim() !== '', { message: 'This field is required' }),
  value: z.union([z.string().max(100), z.number()]),
})

const deferral = z.object({ flags: z.int().optional() })

/** A first response to an interaction: a message, a promise of one, an update, choices or a form. */
export const responseSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal(4), data: messageEditSchema }),
  z.object({ type: z.literal(5), data: deferral.optional() }),
  z.object({ type: z.literal(6) }),
  z.object({ type: z.literal(7), data: messageEditSchema.default({}) }),
  z.object({ type: z.literal(8), data: z.object({ choices: z.array(choice).max(25) }) }),
  z.object({ type: z.literal(9), data: modalSchema }),
])

export type InteractionResponse = z.output<typeof responseSchema>
