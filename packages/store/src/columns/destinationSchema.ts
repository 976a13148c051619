import type { Destination } from '@medikey/core'
import { z } from 'zod'
import { platformSchema } from './platformSchema.ts'
import { schemaOf } from './schemaOf.ts'

export const destinationSchema = schemaOf<Destination>()(z.union([platformSchema, z.literal('webhook')]))
