import type { Deps } from '../Deps.ts'
import { findOfficer } from '../identities/findOfficer.ts'
import { alertNewsMessage } from '../messages/alertNewsMessage.ts'
import type { Message } from '../messages/Message.ts'
import type { AlertEvent } from '../model/AlertEvent.ts'

const CALLING: readonly AlertEvent['step'][] = ['joined', 'escalated', 'repeated']

/** Composes what is said below an alert's message; what is critical calls the Chief Medical Officer again. */
export async function composeNews(
  deps: Pick<Deps, 'directory' | 'ledger'>,
  options: { event: AlertEvent },
): Promise<Message> {
  const { event } = options
  const calls = event.alert.severity === 'critical' && CALLING.includes(event.step)
  return alertNewsMessage({
    event,
    directory: deps.directory,
    officer: calls ? await findOfficer(deps) : null,
  })
}
