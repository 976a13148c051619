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
const LATEST = 5

/**
 * The open requests that concern a person: those that wait for them, and those they asked for themselves; and how their
 * latest went on, also for somebody whom no direct message reaches.
 *
 * @throws IdentityError when the person is not linked
 * @example
 * const message = await describePending(deps, { account })
 */
export async function describePending(deps: Deps, options: { account: Account }): Promise<Message> {
  const { principal } = await resolveActor(deps, options)
  const isApprover = await deps.ledger.isChiefMedicalOfficer({ user: principal })
  const [waiting, own, approved] = await Promise.all([
    listWaiting(deps, { principal, isApprover, limit: SHOWN + 1 }),
    deps.store.findRequests({ status: requestSets.open, requester: principal, limit: SHOWN + 1 }),
    deps.store.findRequests({ status: 'approved', requester: principal, limit: LATEST }),
  ])
  const { directory } = deps
  const describe = (request: Request): Text => [
    { code: request.id },
    ' ',
    ...describeRequest({ request, directory }),
  ]
  const describeOwn = async (request: Request): Promise<Text> => {
    const transaction = (await deps.store.listTransactions(request.id)).at(-1) ?? null
    return [...describe(request), ' · ', ...describeStatus({ request, transaction, directory }).status]
  }
  const sections = [
    ...list('Waiting for you', waiting.map(describe)),
    ...list('Asked by you', await Promise.all(own.map(describeOwn))),
    ...list('Your latest', await Promise.all(approved.map(describeOwn))),
  ]
  return createMessage({
    title: 'Open requests',
    paragraphs: [...(waiting.length + own.length === 0 ? [['Nothing is waiting.']] : []), ...sections],
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
