import type { Account } from '@medikey/core'
import { type ZodType, z } from 'zod'
import { platformSchema } from './platformSchema.ts'

export const accountSchema: ZodType<Account> = z.strictObject({
  platform: platformSchema,
  workspace: z.string(),
  userId: z.string(),
})
