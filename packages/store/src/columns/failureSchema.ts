import type { Transaction } from '@medikey/core'
import { type ZodType, z } from 'zod'

export const failureSchema: ZodType<NonNullable<Transaction['failure']>> = z.strictObject({
  code: z.string(),
  message: z.string(),
})
