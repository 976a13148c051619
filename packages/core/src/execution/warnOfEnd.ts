import type { Deps } from '../Deps.ts'
import { announce } from '../delivery/announce.ts'
import { grantEndsSoonMessage } from '../messages/grantEndsSoonMessage.ts'

/**
 * Warns who has the access and the record's physician that its time runs out, and brings the card up to date. What was
 * given is kept beside the grant: neither a clock that is set nor a reorg that moves the start brings it again.
 *
 * @param options.covered the leads that this warning makes needless, its own included
 * @returns false when the grant stands no more, does not end within the lead, or was warned of before
 */
export async function warnOfEnd(
  deps: Deps,
  options: { requestId: string; leadMs: number; covered: readonly number[] },
): Promise<boolean> {
  const { requestId, leadMs, covered } = options
  const now = deps.clock.now()
  const { directory } = deps
  return deps.store.transaction(async (unit) => {
    const grant = await unit.getGrant(requestId)
    const request = await unit.getRequest(requestId)
    const endsAt = grant?.endsAt ?? null
    if (grant === null || request === null || endsAt === null) return false
    if (grant.status !== 'active' || grant.endRequestId !== null) return false
    if (endsAt <= now || endsAt.getTime() - leadMs > now.getTime()) return false
    if (!(await unit.claimWarning({ requestId, leadMs, at: now }))) return false
    for (const lead of covered) await unit.claimWarning({ requestId, leadMs: lead, at: now })
    await unit.appendAudit([
      {
        at: now,
        action: 'grant-end-warned',
        actor: null,
        account: null,
        requestId,
        recordId: grant.recordId,
        detail: { endsAt: endsAt.toISOString(), leadMs: leadMs.toString() },
      },
    ])
    await announce(deps, unit, {
      request,
      thread: null,
      direct: (['staff', 'physician'] as const).map((reader) => ({
        recipient: reader === 'staff' ? grant.medicalStaff : grant.physician,
        message: grantEndsSoonMessage({ grant, endsAt, directory, reader }),
      })),
    })
    return true
  })
}
