import type { Deps } from '../Deps.ts'
import { announce } from '../delivery/announce.ts'
import { decidedMessage } from '../messages/decidedMessage.ts'
import { stageMessage } from '../messages/stageMessage.ts'
import { requestSets } from '../model/requestSets.ts'
import { isAccessRequest } from './isAccessRequest.ts'

/**
 * Ends a request that waited longer than its time, at whichever stage. Does nothing when somebody was faster, or before
 * that time. Who asked and whose consent it needed are told; what was never confirmed is only forgotten.
 */
export async function expireRequest(deps: Deps, options: { requestId: string }): Promise<void> {
  const now = deps.clock.now()
  const { directory, settings } = deps
  await deps.store.transaction(async (unit) => {
    const request = await unit.getRequest(options.requestId)
    const from = requestSets.open.find((status) => status === request?.status)
    if (request === null || from === undefined || request.approvalExpiresAt > now) return
    const expired = await unit.moveRequest({ id: request.id, from, to: 'expired', patch: {} })
    if (expired === null) return
    await unit.appendAudit([
      {
        at: now,
        action: 'request-expired',
        actor: null,
        account: null,
        requestId: expired.id,
        recordId: expired.recordId,
        detail: {},
      },
    ])
    const tell = (recipient: string, reader: 'requester' | 'physician') => ({
      recipient,
      message: decidedMessage({ request: expired, directory, reader }),
    })
    await announce(deps, unit, {
      request: expired,
      thread: stageMessage({ request: expired, transaction: null, directory, settings }),
      direct: isAccessRequest(expired)
        ? [tell(expired.requester, 'requester'), tell(expired.physician, 'physician')]
        : [],
    })
  })
}
