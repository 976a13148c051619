import type { RecordProjection } from '../../src/model/Projection.ts'
import type { UnitOfWork } from '../../src/ports/Store.ts'
import type { MemoryState } from './MemoryState.ts'
import { patchRow } from './patchRow.ts'
import { refuse } from './refuse.ts'

/** Writes of what the contract's events told. */
export function createProjectionWriter(
  state: MemoryState,
): Pick<
  UnitOfWork,
  | 'insertRecord'
  | 'updateRecord'
  | 'putPrivilege'
  | 'updatePrivilegeUsage'
  | 'deletePrivilege'
  | 'insertEvent'
  | 'setCheckpoint'
  | 'clearProjection'
> {
  const { records, privileges, events, failedCalls, draws, single } = state

  return {
    async insertRecord(record) {
      if (records.has(record.recordId)) refuse(`record ${record.recordId} exists`)
      records.set(record.recordId, structuredClone(record))
    },

    async updateRecord({ recordId, patch }) {
      const record = records.get(recordId)
      if (record !== undefined) records.set(recordId, patchRow<RecordProjection>(record, patch))
    },

    async putPrivilege(privilege) {
      privileges.set(`${privilege.recordId}/${privilege.medicalStaff}`, structuredClone(privilege))
    },

    async updatePrivilegeUsage({ recordId, medicalStaff, usage }) {
      const key = `${recordId}/${medicalStaff}`
      const privilege = privileges.get(key)
      if (privilege !== undefined) privileges.set(key, { ...privilege, usage })
    },

    async deletePrivilege({ recordId, medicalStaff }) {
      privileges.delete(`${recordId}/${medicalStaff}`)
    },

    async insertEvent(event) {
      const key = `${event.txid}/${event.eventIndex}`
      if (events.has(key)) return false
      events.set(key, structuredClone(event))
      return true
    },

    async setCheckpoint(checkpoint) {
      single.checkpoint = structuredClone(checkpoint)
    },

    async clearProjection() {
      for (const rows of [records, privileges, events, failedCalls, draws]) rows.clear()
      single.checkpoint = null
    },
  }
}
