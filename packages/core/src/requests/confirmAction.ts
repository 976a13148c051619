import { randomUUID } from 'node:crypto'
import type { Deps } from '../Deps.ts'
import { announce } from '../delivery/announce.ts'
import { RefusalError } from '../errors/RefusalError.ts'
import { createTransaction } from '../execution/createTransaction.ts'
import { requireProven } from '../identities/requireProven.ts'
import { resolveActor } from '../identities/resolveActor.ts'
import { alreadyDecidedMessage } from '../messages/alreadyDecidedMessage.ts'
import { confirmedMessage } from '../messages/confirmedMessage.ts'
import type { Message } from '../messages/Message.ts'
import type { Account } from '../model/Account.ts'
import { expireRequest } from './expireRequest.ts'
import { getKnownRequest } from './getKnownRequest.ts'
import { isAccessRequest } from './isAccessRequest.ts'
import { requestNotFound } from './requestNotFound.ts'

/** How long a confirmed action may wait to be sent: who said yes must not be surprised by it hours later. */
const EXECUTION_MS = 3_600_000

/**
 * Confirms an action of one's own: its transaction is queued, and a card in a direct message follows it. Only who
 * prepared it may; however often they confirm, it is sent once.
 *
 * @returns `already` when it was confirmed, taken back or expired before, and what the person is told
 * @throws IdentityError or RefusalError: nothing was changed
 * @example
 * await confirmAction(deps, { account, delivery, requestId: 'k3x9q1mz7t' })
 */
export async function confirmAction(
  deps: Deps,
  options: { account: Account; delivery: string; requestId: string },
): Promise<{ outcome: 'confirmed' | 'already'; message: Message }> {
  const { account, delivery } = options
  const actor = await resolveActor(deps, { account })
  requireProven(deps, { actor })
  const request = await getKnownRequest(deps, { requestId: options.requestId })
  if (isAccessRequest(request)) throw requestNotFound()
  if (request.requester !== actor.principal) {
    throw new RefusalError({
      code: 'NOT_REQUESTER',
      message: 'Only the person who prepared this may confirm it. Nothing was sent.',
    })
  }
  const now = deps.clock.now()
  const { directory } = deps
  if (now > request.approvalExpiresAt) await expireRequest(deps, { requestId: request.id })

  const confirmed = await deps.store.transaction(async (unit) => {
    if ((await unit.claimDelivery({ key: delivery, requestId: request.id, at: now })) !== null) return null
    const moved = await unit.moveRequest({
      id: request.id,
      from: 'unconfirmed',
      to: 'approved',
      patch: {
        decidedBy: actor.principal,
        decidedByAccount: account,
        decidedAt: now,
        executionExpiresAt: new Date(now.getTime() + EXECUTION_MS),
      },
    })
    if (moved === null || isAccessRequest(moved)) return null
    await unit.appendAudit([
      {
        at: now,
        action: 'request-confirmed',
        actor: actor.principal,
        account,
        requestId: moved.id,
        recordId: moved.recordId,
        detail: {},
      },
    ])
    const transaction = createTransaction({ id: randomUUID(), request: moved, replaces: null, at: now })
    await unit.insertTransaction(transaction)
    await unit.enqueue({ name: 'execute', transactionId: transaction.id })
    for (const platform of deps.settings.platforms) {
      const known = directory.findAccount({ principal: moved.requester, platform })
      // Where they confirm it they see what becomes of it, whichever of several accounts that is.
      const recipient = platform === account.platform ? account : known && moved.requester
      if (recipient === null) continue
      await unit.addPosts([
        {
          id: `card-${moved.id}-${platform}`,
          lane: { subject: { requestId: moved.id }, platform },
          kind: 'card',
          recipient,
          message: null,
          at: now,
        },
      ])
    }
    await announce(deps, unit, { request: moved, thread: null, direct: [] })
    return moved
  })
  if (confirmed !== null)
    return { outcome: 'confirmed', message: confirmedMessage({ request: confirmed, directory }) }
  const current = await getKnownRequest(deps, { requestId: request.id })
  return { outcome: 'already', message: alreadyDecidedMessage({ request: current, directory }) }
}
