import { z } from 'zod'
import { checkWebhookUrl } from './checkWebhookUrl.ts'

/** The program that is told of alerts; its secret stands in the environment. */
export const webhookSchema = z.strictObject({
  url: z.string().superRefine((value, context) => {
    const problem = checkWebhookUrl(value)
    if (problem !== null) context.addIssue({ code: 'custom', message: problem })
  }),
})
