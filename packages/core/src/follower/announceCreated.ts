import type { Deps } from '../Deps.ts'
import { announce } from '../delivery/announce.ts'
import type { EventProjection } from '../model/Projection.ts'
import type { UnitOfWork } from '../ports/Store.ts'

/** The chain gives a new record its number: the card of who created it through MediKey shows it. */
export async function announceCreated(
  deps: Deps,
  unit: UnitOfWork,
  events: readonly EventProjection[],
): Promise<void> {
  const created = new Map<string, bigint>()
  for (const { txid, value } of events) {
    if (value?.event === 'medical-record-created') created.set(txid, value.recordId)
  }
  for (const txid of await unit.findOwnTxids({ txids: [...created.keys()] })) {
    const recordId = created.get(txid)
    const request = recordId === undefined ? null : await unit.noteCreated({ txid, recordId })
    if (request !== null) await announce(deps, unit, { request, thread: null, direct: [] })
  }
}
