import type { Account } from '@medikey/core'
import { z } from 'zod'
import { platformSchema } from './platformSchema.ts'
import { schemaOf } from './schemaOf.ts'

export const accountSchema = schemaOf<Account>()(
  z.strictObject({
    platform: platformSchema,
    workspace: z.string(),
    userId: z.string(),
  }),
)
