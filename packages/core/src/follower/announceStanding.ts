import type { Deps } from '../Deps.ts'
import { announce } from '../delivery/announce.ts'
import type { EventProjection } from '../model/Projection.ts'
import type { Pair } from '../ports/FollowerStore.ts'
import type { UnitOfWork } from '../ports/Store.ts'

/** A pending card shows the allowance and usage that stand now: events that change them bring the card up to date. */
export async function announceStanding(
  deps: Deps,
  unit: UnitOfWork,
  events: readonly EventProjection[],
): Promise<void> {
  const pairs = new Map<string, Pair>()
  for (const event of events) {
    const pair = getPair(event)
    if (pair !== null) pairs.set(`${pair.recordId}/${pair.medicalStaff}`, pair)
  }
  for (const pair of await unit.findAwaitedPairs([...pairs.values()])) {
    const privilege = await unit.getPrivilege(pair)
    const standing =
      privilege === null ? null : { accessLimit: privilege.accessLimit, usage: privilege.usage }
    for (const request of await unit.noteStanding({ ...pair, standing })) {
      await announce(deps, unit, { request, thread: null, direct: [] })
    }
  }
}

function getPair(event: EventProjection): Pair | null {
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
