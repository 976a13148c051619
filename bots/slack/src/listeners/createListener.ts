import type { Inbound } from '../payloads/Inbound.ts'
import type { Listener } from './Listener.ts'
import type { ListenerContext } from './ListenerContext.ts'
import { runListener } from './runListener.ts'

/** What Bolt calls for a command or a click. */
export function createListener<T extends Inbound>(
  context: ListenerContext,
  listener: Omit<Listener<T>, 'check'>,
) {
  return ({ ack, body }: { ack: () => Promise<void>; body: unknown }): Promise<void> =>
    runListener(context, { listener, ack: () => ack(), body })
}
