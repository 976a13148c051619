import type { MessageRef } from '@medikey/core'
import { z } from 'zod'
import { platformSchema } from './platformSchema.ts'
import { schemaOf } from './schemaOf.ts'

export const messageRefSchema = schemaOf<MessageRef>()(
  z.strictObject({
    platform: platformSchema,
    workspace: z.string(),
    channel: z.string(),
    messageId: z.string(),
  }),
)
