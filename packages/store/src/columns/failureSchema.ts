import type { Transaction } from '@medikey/core'
import { z } from 'zod'
import { schemaOf } from './schemaOf.ts'

export const failureSchema = schemaOf<NonNullable<Transaction['failure']>>()(
  z.strictObject({
    code: z.string(),
    message: z.string(),
  }),
)
