import type { Form, Message } from '@medikey/core'
import type { FormMemory } from '../views/formCustomId.ts'
import type { Retry } from '../views/Retry.ts'

/** What a person gets for what they did: something to read, or a form. */
export type Outcome =
  | { readonly message: Message; readonly retry?: Retry }
  | { readonly form: Form; readonly origin: FormMemory['origin'] }
