import type { Deps } from '../Deps.ts'
import { resolveActor } from '../identities/resolveActor.ts'
import { formatDuration } from '../input/formatDuration.ts'
import { formatVolume } from '../input/formatVolume.ts'
import { createMessage } from '../messages/createMessage.ts'
import { describeSubject } from '../messages/describeSubject.ts'
import type { Message, Text } from '../messages/Message.ts'
import type { Account } from '../model/Account.ts'
import type { Request } from '../model/Request.ts'
import { isAccessRequest } from '../requests/isAccessRequest.ts'

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
      requests.length === 0 ? [['Nothing is waiting.']] : requests.map((request) => describe(deps, request)),
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

function describe(deps: Deps, request: Request): Text {
  if (!isAccessRequest(request))
    return [{ code: request.id }, ' ', ...describeSubject({ request, directory: deps.directory })]
  const limit = request.accessLimit === null ? '' : ` ${formatVolume(request.accessLimit)}`
  const duration = request.durationMs === null ? '' : ` for ${formatDuration(request.durationMs)}`
  return [
    { code: request.id },
    ` ${request.kind}${limit} of record ${request.recordId} `,
    request.kind === 'grant' ? 'to ' : 'from ',
    { person: deps.directory.describe(request.medicalStaff) },
    `${duration}, asked by `,
    { person: deps.directory.describe(request.requester) },
    `: ${request.reason}`,
  ]
}
