import type { ChangeCursor } from '@medikey/core'
import { z } from 'zod'
import { schemaOf } from './schemaOf.ts'

export const changeCursorSchema = schemaOf<ChangeCursor>()(
  z.strictObject({
    blockHeight: z.int(),
    txid: z.string(),
    eventIndex: z.int(),
  }),
)
