import { describeAlert } from '../../alerts/describeAlert.ts'
import { describeAlerts } from '../../alerts/describeAlerts.ts'
import type { Subcommand } from '../Subcommand.ts'

/** `/medikey alerts [alert]` */
export const alerts: Subcommand = {
  name: 'alerts',
  group: 'watch',
  who: 'the CMO, auditors',
  summary: 'lists the open alerts; shows one with all that was found, if you name it',
  example: 'alerts a3x9q1mz7t',
  parameters: [
    {
      name: 'alert',
      description: 'The alert’s id; left out: lists those that are open',
      type: 'alert',
      optional: true,
    },
  ],
  run: async (deps, { account, values: { alert = '' } }) => ({
    message:
      alert.trim() === ''
        ? await describeAlerts(deps, { account })
        : await describeAlert(deps, { account, alertId: alert }),
  }),
}
