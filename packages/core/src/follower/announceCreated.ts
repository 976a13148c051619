import type { Deps } from '../Deps.ts'
import { announce } from '../delivery/announce.ts'
import type { EventProjection } from '../model/Projection.ts'
import type { UnitOfWork } from '../ports/Store.ts'

/** The chain gives a new record its number: the card of who created it through MediKey shows it. */
export async function announceCreated(deps: Deps, unit: UnitOfWork, event: EventProjection): Promise<void> {
  const { txid, value } = event
  if (value?.event !== 'medical-record-created') return
  const request = await unit.noteCreated({ txid, recordId: value.recordId })
  if (request !== null) await announce(deps, unit, { request, thread: null, direct: [] })
}
