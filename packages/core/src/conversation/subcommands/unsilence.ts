import { unsilenceAlert } from '../../alerts/unsilenceAlert.ts'
import type { Subcommand } from '../Subcommand.ts'

/** `/medikey unsilence <alert>` */
export const unsilence: Subcommand = {
  name: 'unsilence',
  group: 'respond',
  who: 'the CMO',
  summary: 'ends an alert’s silence before its time',
  example: 'unsilence a3x9q1mz7t',
  parameters: [
    {
      name: 'alert',
      description: 'The alert’s id, as /medikey alerts lists it',
      type: 'alert',
      that: 'are-silent',
      required: 'Say which alert; /medikey alerts lists them',
    },
  ],
  run: async (deps, { account, delivery, values: { alert = '' } }) => ({
    message: await unsilenceAlert(deps, { account, delivery, alertId: alert, clicked: 'command' }),
  }),
}
