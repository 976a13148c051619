import type { Deps } from '../Deps.ts'
import { type Announcement, announce } from '../delivery/announce.ts'
import { findCardRefs } from '../delivery/findCardRefs.ts'
import { RefusalError } from '../errors/RefusalError.ts'
import { alreadyAskedMessage } from '../messages/alreadyAskedMessage.ts'
import type { Message } from '../messages/Message.ts'
import { submittedMessage } from '../messages/submittedMessage.ts'
import type { AccessRequest } from '../model/AccessRequest.ts'
import { requestSets } from '../model/requestSets.ts'
import { isAccessRequest } from './isAccessRequest.ts'

/** What became of an asking: a new request, or the open one that asks the same. */
export type Opened = {
  readonly outcome: 'submitted' | 'already'
  readonly request: AccessRequest
  readonly message: Message
}

/**
 * Saves a request that was checked, with its evidence and its card. Where an open one asks the same already, that one
 * is answered, with a link to its card.
 *
 * @param options.delivery unique key of the inbound delivery: the same one twice makes one request
 */
export async function openRequest(
  deps: Deps,
  options: { request: AccessRequest; delivery: string; direct: Announcement['direct'] },
): Promise<Opened> {
  const { request, delivery, direct } = options
  const now = request.createdAt
  const saved = await deps.store.transaction(async (unit) => {
    const earlier = await unit.claimDelivery({ key: delivery, requestId: request.id, at: now })
    if (earlier !== null) {
      const first = await unit.getRequest(earlier.requestId)
      return first !== null && isAccessRequest(first) ? first : null
    }
    if ((await unit.insertRequest(request)) === null) return null
    await unit.appendAudit([
      {
        at: now,
        action: 'request-submitted',
        actor: request.requester,
        account: request.requesterAccount,
        requestId: request.id,
        recordId: request.recordId,
        detail: {
          kind: request.kind,
          medicalStaff: request.medicalStaff,
          reason: request.reason,
          ...(request.accessLimit === null ? {} : { accessLimit: request.accessLimit.toString() }),
          ...(request.durationMs === null ? {} : { durationMs: request.durationMs.toString() }),
        },
      },
    ])
    for (const platform of deps.settings.platforms) {
      const lane = { subject: { requestId: request.id }, platform }
      await unit.addPosts([
        {
          id: `card-${request.id}-${platform}`,
          lane,
          kind: 'card',
          recipient: null,
          message: null,
          at: now,
        },
      ])
    }
    await announce(deps, unit, { request, thread: null, direct })
    return request
  })
  const { directory } = deps
  if (saved !== null)
    return { outcome: 'submitted', request: saved, message: submittedMessage({ request: saved, directory }) }

  const open = await findSame(deps, request)
  const refs = await findCardRefs(deps, { requestId: open.id })
  const message = alreadyAskedMessage({ request: open, reader: request.requester, refs, directory })
  return { outcome: 'already', request: open, message }
}

async function findSame(deps: Deps, request: AccessRequest): Promise<AccessRequest> {
  const { kind, recordId, medicalStaff } = request
  const filter = { status: requestSets.undecided, kind, recordId, medicalStaff, limit: 1 }
  const [open] = (await deps.store.findRequests(filter)).filter(isAccessRequest)
  if (open !== undefined) return open
  throw new RefusalError({
    code: 'JUST_DECIDED',
    message: `The same ${kind} for record ${recordId} was decided this very moment, so yours was not saved. Ask again if it is still needed.`,
  })
}
