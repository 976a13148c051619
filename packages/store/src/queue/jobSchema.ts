import type { Job } from '@medikey/core'
import { z } from 'zod'
import { destinationSchema } from '../columns/destinationSchema.ts'
import { schemaOf } from '../columns/schemaOf.ts'

/** A job as it lies in the queue, maybe written by another version. */
export const jobSchema = schemaOf<Job>()(
  z.discriminatedUnion('name', [
    z.strictObject({ name: z.literal('execute'), transactionId: z.string() }),
    z.strictObject({
      name: z.literal('deliver'),
      lane: z.strictObject({
        subject: z.union([
          z.strictObject({ requestId: z.string() }),
          z.strictObject({ alertId: z.string() }),
          z.strictObject({ principal: z.string() }),
          z.strictObject({ digestId: z.string() }),
        ]),
        platform: destinationSchema,
      }),
    }),
    z.strictObject({ name: z.literal('end-grant'), requestId: z.string() }),
  ]),
)
