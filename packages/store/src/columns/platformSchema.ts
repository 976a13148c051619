import type { Platform } from '@medikey/core'
import { type ZodType, z } from 'zod'

export const platformSchema: ZodType<Platform> = z.enum(['slack', 'discord', 'terminal'])
