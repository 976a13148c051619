import type { Inbound } from '../payloads/Inbound.ts'
import type { Acknowledge } from './Acknowledge.ts'
import type { Listener } from './Listener.ts'
import type { ListenerContext } from './ListenerContext.ts'
import { runListener } from './runListener.ts'

/** What Bolt calls for a form, whose acknowledgement may carry what is wrong with its fields. */
export function createFormListener<T extends Inbound>(context: ListenerContext, listener: Listener<T>) {
  return ({ ack, body }: { ack: Acknowledge; body: unknown }): Promise<void> =>
    runListener(context, { listener, ack, body })
}
