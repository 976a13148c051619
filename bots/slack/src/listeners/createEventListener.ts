import type { Inbound } from '../payloads/Inbound.ts'
import type { Listener } from './Listener.ts'
import type { ListenerContext } from './ListenerContext.ts'
import { runListener } from './runListener.ts'

/** What Bolt calls for an event, which it acknowledges itself before it calls. */
export function createEventListener<T extends Inbound>(
  context: ListenerContext,
  listener: Omit<Listener<T>, 'check'>,
) {
  return ({ body }: { body: unknown }): Promise<void> =>
    runListener(context, { listener, ack: async () => undefined, body })
}
