import { z } from 'zod'

/** What travels to the running process. */
export const controlRequestSchema = z.strictObject({ method: z.string().min(1), params: z.unknown() })

/** What comes back: a result, or an error as far as it concerns the caller. */
export const controlAnswerSchema = z.union([
  z.strictObject({ result: z.unknown() }),
  z.strictObject({
    error: z.strictObject({
      name: z.string(),
      code: z.string(),
      shortMessage: z.string(),
      userMessage: z.string(),
      metaMessages: z.array(z.string()),
      retryable: z.boolean(),
    }),
  }),
])

export type ControlAnswer = z.output<typeof controlAnswerSchema>
