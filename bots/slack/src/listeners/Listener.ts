import type { Message } from '@medikey/core'
import type { z } from 'zod'
import type { Inbound, ReplyAddress } from '../payloads/Inbound.ts'
import type { ListenerContext } from './ListenerContext.ts'

/** What a form shows below its fields, by block id. */
export type FormErrors = Readonly<Record<string, string>>

/** What a listener is, once Slack's ways are taken off: it reads something and has something to say, or not. */
export type Listener<T extends Inbound> = {
  readonly name: string
  readonly schema: z.ZodType<T>
  /** A form's syntax, without any look-up: what is returned is shown in the form, and nothing else happens. */
  readonly check?: (context: ListenerContext, inbound: T) => FormErrors | null
  /** Where to answer, when that is not where it came from. */
  readonly findReply?: (inbound: T) => ReplyAddress
  readonly run: (context: ListenerContext, inbound: T) => Promise<Message | null>
}
