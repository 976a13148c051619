import type { UnitOfWork } from '@medikey/core'
import type { Database } from '../connection/Connection.ts'
import { events } from '../schema/events.ts'
import { privileges } from '../schema/privileges.ts'
import { records } from '../schema/records.ts'

/** Writes of what the contract's events told. */
export function createProjectionWriter(
  tx: Database,
): Pick<UnitOfWork, 'insertRecord' | 'putPrivilege' | 'insertEvent'> {
  return {
    async insertRecord(record) {
      await tx.insert(records).values(record)
    },

    async putPrivilege(privilege) {
      const { recordId, medicalStaff, ...terms } = privilege
      await tx
        .insert(privileges)
        .values(privilege)
        .onConflictDoUpdate({ target: [privileges.recordId, privileges.medicalStaff], set: terms })
    },

    async insertEvent(event) {
      const { value } = event
      const inserted = await tx
        .insert(events)
        .values({
          ...event,
          name: value?.event ?? null,
          recordId: value !== null && 'recordId' in value ? value.recordId : null,
        })
        .onConflictDoNothing()
        .returning({ seq: events.seq })
      return inserted.length > 0
    },
  }
}
