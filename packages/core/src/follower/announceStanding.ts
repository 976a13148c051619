import type { Deps } from '../Deps.ts'
import { announce } from '../delivery/announce.ts'
import type { EventProjection } from '../model/Projection.ts'
import type { UnitOfWork } from '../ports/Store.ts'

/** A pending card shows the allowance and usage that stand now: an event that changes them brings the card up to date. */
export async function announceStanding(deps: Deps, unit: UnitOfWork, event: EventProjection): Promise<void> {
  const pair = getPair(event)
  if (pair === null) return
  const privilege = await unit.getPrivilege(pair)
  const standing = privilege === null ? null : { accessLimit: privilege.accessLimit, usage: privilege.usage }
  for (const request of await unit.noteStanding({ ...pair, standing })) {
    await announce(deps, unit, { request, thread: null, direct: [] })
  }
}

function getPair(event: EventProjection): { recordId: bigint; medicalStaff: string } | null {
  const { value } = event
  switch (value?.event) {
    case 'medical-access-granted':
    case 'medical-access-revoked':
      return { recordId: value.recordId, medicalStaff: value.medicalStaff }
    case 'medical-data-accessed':
      return { recordId: value.recordId, medicalStaff: value.accessor }
    default:
      return null
  }
}
