import { releaseGrant } from '../../requests/releaseGrant.ts'
import type { Subcommand } from '../Subcommand.ts'

/** `/medikey release <request>` */
export const release: Subcommand = {
  name: 'release',
  group: 'ask',
  who: 'who was granted the access',
  summary: 'gives access of yours back before its time',
  example: 'release k3x9q1mz7t',
  parameters: [
    {
      name: 'request',
      description: 'The request that granted it, as /medikey privilege tells it',
      type: 'request',
      whose: 'held',
      required: 'Say which request; /medikey privilege tells it',
    },
  ],
  run: (deps, { account, delivery, values: { request = '' } }) =>
    releaseGrant(deps, { account, delivery, requestId: request }),
}
