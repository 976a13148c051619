import type { Inbound } from '../payloads/Inbound.ts'
import type { Listener } from './Listener.ts'
import type { ListenerContext } from './ListenerContext.ts'
import { runListener } from './runListener.ts'

/** What takes one kind of interaction, as Discord sent it. Never throws. */
export function createListener<T extends Inbound>(context: ListenerContext, listener: Listener<T>) {
  return (body: unknown): Promise<void> => runListener(context, { listener, body })
}
