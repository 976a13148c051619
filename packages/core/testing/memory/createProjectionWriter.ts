import type { UnitOfWork } from '../../src/ports/Store.ts'
import type { MemoryState } from './MemoryState.ts'
import { refuse } from './refuse.ts'

/** Writes of what the contract's events told. */
export function createProjectionWriter(
  state: MemoryState,
): Pick<UnitOfWork, 'insertRecord' | 'putPrivilege' | 'insertEvent'> {
  const { records, privileges, events } = state

  return {
    async insertRecord(record) {
      if (records.has(record.recordId)) refuse(`record ${record.recordId} exists`)
      records.set(record.recordId, structuredClone(record))
    },

    async putPrivilege(privilege) {
      privileges.set(`${privilege.recordId}/${privilege.medicalStaff}`, structuredClone(privilege))
    },

    async insertEvent(event) {
      const key = `${event.txid}/${event.eventIndex}`
      if (events.has(key)) return false
      events.set(key, structuredClone(event))
      return true
    },
  }
}
