import type { EventProjection } from '../model/Projection.ts'
import type { UnitOfWork } from '../ports/Store.ts'
import { foldEvents } from './foldEvents.ts'

/** Brings the records that events are about, and who may draw from them, to what the stored events say. */
export async function refoldRecords(
  unit: UnitOfWork,
  options: { events: readonly EventProjection[] },
): Promise<void> {
  const recordIds = new Set(
    options.events.flatMap(({ value }) => (value !== null && 'recordId' in value ? [value.recordId] : [])),
  )
  if (recordIds.size === 0) return
  await unit.forgetRecords([...recordIds])
  const changes = foldEvents(await unit.listDecisiveEvents([...recordIds]))
  await unit.applyChanges({ ...changes, draws: [] })
}
