import type { Deps } from '../Deps.ts'
import { announce } from '../delivery/announce.ts'
import { decidedMessage } from '../messages/decidedMessage.ts'
import { stageMessage } from '../messages/stageMessage.ts'

/** Ends a request that waited longer than its approval time. Does nothing when somebody decided it meanwhile. */
export async function expireRequest(deps: Deps, options: { requestId: string }): Promise<void> {
  const now = deps.clock.now()
  await deps.store.transaction(async (unit) => {
    const expired = await unit.moveRequest({
      id: options.requestId,
      from: 'pending',
      to: 'expired',
      patch: {},
    })
    if (expired === null) return
    await unit.appendAudit({
      at: now,
      action: 'request-expired',
      actor: null,
      account: null,
      requestId: expired.id,
      recordId: expired.recordId,
      detail: {},
    })
    await announce(deps, unit, {
      request: expired,
      thread: stageMessage({
        request: expired,
        transaction: null,
        directory: deps.directory,
        settings: deps.settings,
      }),
      direct: [
        {
          recipient: expired.requester,
          message: decidedMessage({ request: expired, directory: deps.directory, reader: 'requester' }),
        },
      ],
    })
  })
}
