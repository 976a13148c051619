import type { MessageRef } from '@medikey/core'
import { type ZodType, z } from 'zod'
import { platformSchema } from './platformSchema.ts'

export const messageRefSchema: ZodType<MessageRef> = z.strictObject({
  platform: platformSchema,
  workspace: z.string(),
  channel: z.string(),
  messageId: z.string(),
})
