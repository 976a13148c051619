import type { Deps } from '../Deps.ts'
import type { Alert } from '../model/Alert.ts'
import type { UnitOfWork } from '../ports/Store.ts'

/** What became of an alert. `changed`: nothing that has to be said, only what its message shows is out of date. */
export type AlertNews =
  | 'fired'
  | 'joined'
  | 'escalated'
  | 'repeated'
  | 'reminded'
  | 'acknowledged'
  | 'silenced'
  | 'unsilenced'
  | 'resolved'
  | 'changed'

/**
 * Queues what people are to be told of an alert, in the unit of work that makes it true. Its findings are those that the
 * unit reads.
 */
export async function tellAlert(
  _deps: Pick<Deps, 'settings' | 'directory' | 'clock'>,
  _unit: UnitOfWork,
  _options: { alert: Alert; what: AlertNews },
): Promise<void> {
  throw new Error('Alerts are not told yet.')
}
