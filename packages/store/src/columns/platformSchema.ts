import type { Platform } from '@medikey/core'
import { z } from 'zod'
import { schemaOf } from './schemaOf.ts'

export const platformSchema = schemaOf<Platform>()(z.enum(['slack', 'discord', 'terminal']))
