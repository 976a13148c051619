import type { Deps } from '../Deps.ts'
import { resolveActor } from '../identities/resolveActor.ts'
import { createMessage } from '../messages/createMessage.ts'
import type { Message } from '../messages/Message.ts'
import type { Account } from '../model/Account.ts'

/**
 * Which principal the asking person is, and what follows from it.
 *
 * @throws IdentityError when they are not linked: it says how to be
 * @example
 * const message = await describeIdentity(deps, { account })
 */
export async function describeIdentity(deps: Deps, options: { account: Account }): Promise<Message> {
  const actor = await resolveActor(deps, options)
  const isApprover = await deps.ledger.isChiefMedicalOfficer({ user: actor.principal })
  return createMessage({
    title: actor.name,
    fields: [
      { label: 'Principal', value: [{ code: actor.principal }] },
      {
        label: 'Linked',
        value:
          actor.source === 'proven'
            ? ['proven with your key']
            : ['declared by an administrator; prove it with ', { code: '/medikey link' }],
      },
      {
        label: 'Role',
        value: [isApprover ? 'Chief Medical Officer' : 'no office; a physician is whoever a record names'],
      },
      {
        label: 'Signing',
        value: [
          deps.getSigner(actor.principal) === null
            ? 'MediKey holds no key of yours'
            : 'MediKey signs your approved requests',
        ],
      },
      {
        label: 'Network',
        value: [deps.settings.demo ? `${deps.settings.network}, a local demo chain` : deps.settings.network],
      },
    ],
  })
}
