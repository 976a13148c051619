import type { Deps } from '../Deps.ts'
import type { Message } from '../messages/Message.ts'

/** What a person does with an alert. */
export type AlertAct =
  | { readonly kind: 'acknowledge' }
  | { readonly kind: 'silence'; readonly durationMs: number; readonly reason: string }
  | { readonly kind: 'unsilence' }

/**
 * Does to an alert what the operator on the machine asks for: who runs MediKey there needs no chat account.
 *
 * @throws InvalidInputError or RefusalError: nothing was changed
 * @example
 * await operateAlert(deps, { alertId: 'a3x9q1mz7t', act: { kind: 'acknowledge' } })
 */
export async function operateAlert(
  _deps: Deps,
  _options: { alertId: string; act: AlertAct },
): Promise<Message> {
  throw new Error('Alerts cannot be operated yet.')
}
