import type { Deps } from '../Deps.ts'
import { resolveActor } from '../identities/resolveActor.ts'
import { createMessage } from '../messages/createMessage.ts'
import { describeRequest } from '../messages/describeRequest.ts'
import type { Message } from '../messages/Message.ts'
import type { Account } from '../model/Account.ts'

const SHOWN = 20

/**
 * The requests that wait: all of them for who decides, their own for everybody else.
 *
 * @throws IdentityError when the person is not linked
 * @example
 * const message = await describePending(deps, { account })
 */
export async function describePending(deps: Deps, options: { account: Account }): Promise<Message> {
  const actor = await resolveActor(deps, options)
  const decides = await deps.ledger.isChiefMedicalOfficer({ user: actor.principal })
  const found = await deps.store.findRequests({
    status: 'pending',
    ...(decides ? {} : { requester: actor.principal }),
    limit: SHOWN + 1,
  })
  const requests = found.slice(0, SHOWN)
  return createMessage({
    title: decides ? 'Waiting for your decision' : 'Your open requests',
    paragraphs:
      requests.length === 0
        ? [['Nothing is waiting.']]
        : requests.map((request) => [
            { code: request.id },
            ' ',
            ...describeRequest({ request, directory: deps.directory }),
          ]),
    footer: [
      ...(found.length > SHOWN ? [[`Only the newest ${SHOWN} are shown.`]] : []),
      decides && requests.length > 0
        ? [
            'Decide on the card, or with ',
            { code: '/medikey approve <request>' },
            ' and ',
            { code: '/medikey deny <request> <reason>' },
          ]
        : [],
    ].filter((line) => line.length > 0),
  })
}
