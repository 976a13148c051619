import type { Message } from '../messages/Message.ts'
import type { Form } from './Form.ts'

/** What a person gets for what they typed or clicked: something to read, or a form that asks for the rest. */
export type Answer = { readonly message: Message } | { readonly form: Form }
