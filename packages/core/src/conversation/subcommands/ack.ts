import { acknowledgeAlert } from '../../alerts/acknowledgeAlert.ts'
import type { Subcommand } from '../Subcommand.ts'

/** `/medikey ack <alert>` */
export const ack: Subcommand = {
  name: 'ack',
  group: 'respond',
  who: 'the CMO',
  summary: 'acknowledges an alert, so that it is not repeated, like the button on its message',
  example: 'ack a3x9q1mz7t',
  parameters: [
    {
      name: 'alert',
      description: 'The alert’s id, as /medikey alerts lists it',
      type: 'alert',
      that: 'are-firing',
      required: 'Say which alert; /medikey alerts lists them',
    },
  ],
  run: async (deps, { account, delivery, values: { alert = '' } }) => ({
    message: await acknowledgeAlert(deps, { account, delivery, alertId: alert, clicked: 'command' }),
  }),
}
