import { decideRequest } from '../../requests/decideRequest.ts'
import { buildDenyForm } from '../forms/buildDenyForm.ts'
import type { Subcommand } from '../Subcommand.ts'

/** Longer than any request id; a form's memory takes no more. */
const LONGEST_ID = 40

/** `/medikey deny <request> <reason>`; without a reason a form asks for it. */
export const deny: Subcommand = {
  name: 'deny',
  group: 'decide',
  who: 'the CMO; where staff ask: the record’s physician, too',
  summary: 'denies a request and tells who asked why, like the button on its card',
  example: 'deny k3x9q1mz7t not on this ward',
  parameters: [
    {
      name: 'request',
      description: 'The request’s id, as /medikey pending lists it',
      type: 'request',
      whose: 'to-decide',
      required: 'Say which request; /medikey pending lists them',
    },
    { name: 'reason', description: 'Why, in 1 to 500 characters; who asked reads it', type: 'text' },
  ],
  async run(deps, { account, delivery, values: { request = '', reason = '' } }) {
    if (reason.trim() === '' && request.length <= LONGEST_ID) {
      return { form: buildDenyForm({ subjectId: request }) }
    }
    return decideRequest(deps, {
      account,
      delivery,
      requestId: request,
      decision: 'deny',
      reason,
      clicked: 'command',
    })
  },
}
