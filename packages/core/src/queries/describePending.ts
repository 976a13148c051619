import type { Deps } from '../Deps.ts'
import { resolveActor } from '../identities/resolveActor.ts'
import { createMessage } from '../messages/createMessage.ts'
import { describeRequest } from '../messages/describeRequest.ts'
import { describeStatus } from '../messages/describeStatus.ts'
import type { Message, Text } from '../messages/Message.ts'
import type { Account } from '../model/Account.ts'
import type { Request } from '../model/Request.ts'
import { requestSets } from '../model/requestSets.ts'
import { listWaiting } from './listWaiting.ts'

const SHOWN = 10

/**
 * The open requests that concern a person: those that wait for them, and those they asked for themselves.
 *
 * @throws IdentityError when the person is not linked
 * @example
 * const message = await describePending(deps, { account })
 */
export async function describePending(deps: Deps, options: { account: Account }): Promise<Message> {
  const { principal } = await resolveActor(deps, options)
  const isApprover = await deps.ledger.isChiefMedicalOfficer({ user: principal })
  const [waiting, own] = await Promise.all([
    listWaiting(deps, { principal, isApprover, limit: SHOWN + 1 }),
    deps.store.findRequests({ status: requestSets.open, requester: principal, limit: SHOWN + 1 }),
  ])
  const { directory } = deps
  const describe = (request: Request): Text => [
    { code: request.id },
    ' ',
    ...describeRequest({ request, directory }),
  ]
  const describeOwn = (request: Request): Text => [
    ...describe(request),
    ' · ',
    ...describeStatus({ request, transaction: null, directory }).status,
  ]
  return createMessage({
    title: 'Open requests',
    paragraphs:
      waiting.length + own.length === 0
        ? [['Nothing is waiting.']]
        : [...list('Waiting for you', waiting.map(describe)), ...list('Asked by you', own.map(describeOwn))],
    footer: [
      ...(Math.max(waiting.length, own.length) > SHOWN
        ? [[`Only the newest ${SHOWN} of each are shown.`]]
        : []),
      ...(waiting.length > 0
        ? [
            [
              'Decide on the card, or with ',
              { code: '/medikey approve <request>' },
              ' and ',
              { code: '/medikey deny <request> <reason>' },
            ],
          ]
        : []),
    ],
  })
}

function list(heading: string, lines: readonly Text[]): Text[] {
  return lines.length === 0 ? [] : [[{ bold: heading }], ...lines.slice(0, SHOWN)]
}
