import type { Values } from '@medikey/core'
import type { FormMemory } from './formCustomId.ts'

/** A form that could not be read, and what stood in it. */
export type Retry = { readonly memory: FormMemory; readonly values: Values }
