import type { Deps } from '../Deps.ts'
import type { ActOutcome } from './ActOutcome.ts'
import type { AlertAct } from './AlertAct.ts'
import { parseAlertId } from './parseAlertId.ts'
import { performAct } from './performAct.ts'

/**
 * Does to an alert what the operator on the machine asks for: who runs MediKey there needs no chat account.
 *
 * @throws InvalidInputError or RefusalError: nothing was changed
 * @example
 * await operateAlert(deps, { alertId: 'a3x9q1mz7t', act: { kind: 'acknowledge' } })
 */
export async function operateAlert(
  deps: Pick<Deps, 'store' | 'settings' | 'directory' | 'clock'>,
  options: { alertId: string; act: AlertAct },
): Promise<ActOutcome> {
  const alertId = parseAlertId({ text: options.alertId, to: 'operator' })
  return performAct(deps, { ...options, alertId, actor: 'operator', delivery: null })
}
