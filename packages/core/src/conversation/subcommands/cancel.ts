import { cancelRequest } from '../../requests/cancelRequest.ts'
import type { Subcommand } from '../Subcommand.ts'

/** `/medikey cancel <request>` */
export const cancel: Subcommand = {
  name: 'cancel',
  group: 'ask',
  who: 'who asked',
  summary: 'takes an open request of yours back',
  example: 'cancel k3x9q1mz7t',
  parameters: [
    {
      name: 'request',
      description: 'The request’s id, as /medikey pending lists it',
      type: 'request',
      whose: 'own',
      required: 'Say which request; /medikey pending lists them',
    },
  ],
  run: (deps, { account, delivery, values: { request = '' } }) =>
    cancelRequest(deps, { account, delivery, requestId: request }),
}
