import { decideRequest } from '../../requests/decideRequest.ts'
import type { Subcommand } from '../Subcommand.ts'

/** `/medikey approve <request>` */
export const approve: Subcommand = {
  name: 'approve',
  group: 'decide',
  who: 'the CMO; to consent: the record’s physician',
  summary: 'approves a request, or consents to it, like the button on its card',
  example: 'approve k3x9q1mz7t',
  parameters: [
    {
      name: 'request',
      description: 'The request’s id, as /medikey pending lists it',
      type: 'request',
      whose: 'to-decide',
      required: 'Say which request; /medikey pending lists them',
    },
  ],
  run: (deps, { account, delivery, values: { request = '' } }) =>
    decideRequest(deps, {
      account,
      delivery,
      requestId: request,
      decision: 'approve',
      reason: null,
      clicked: 'command',
    }),
}
