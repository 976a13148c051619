import type { z } from 'zod'
import type { Inbound } from '../payloads/Inbound.ts'
import type { ListenerContext } from './ListenerContext.ts'
import type { Outcome } from './Outcome.ts'

/** What a listener is, once Discord's ways are taken off: it reads something and has something to say. */
export type Listener<T extends Inbound> = {
  readonly name: string
  readonly schema: z.ZodType<T>
  /** A form is there before anything is waited for. */
  readonly run: (context: ListenerContext, inbound: T) => Promise<Outcome>
}
