import type { UnitOfWork } from '@medikey/core'
import { and, eq } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'
import { checkpoints } from '../schema/checkpoints.ts'
import { draws } from '../schema/draws.ts'
import { events } from '../schema/events.ts'
import { failedCalls } from '../schema/failedCalls.ts'
import { privileges } from '../schema/privileges.ts'
import { records } from '../schema/records.ts'

/** Writes of what the contract's events told. */
export function createProjectionWriter(
  tx: Database,
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
  const isPair = (pair: { recordId: bigint; medicalStaff: string }) =>
    and(eq(privileges.recordId, pair.recordId), eq(privileges.medicalStaff, pair.medicalStaff))

  return {
    async insertRecord(record) {
      await tx.insert(records).values(record)
    },

    async updateRecord({ recordId, patch }) {
      // The record's own number keeps the statement whole when the patch is empty.
      await tx
        .update(records)
        .set({ ...patch, recordId })
        .where(eq(records.recordId, recordId))
    },

    async putPrivilege(privilege) {
      const { recordId, medicalStaff, ...terms } = privilege
      await tx
        .insert(privileges)
        .values(privilege)
        .onConflictDoUpdate({ target: [privileges.recordId, privileges.medicalStaff], set: terms })
    },

    async updatePrivilegeUsage({ usage, ...pair }) {
      await tx.update(privileges).set({ usage }).where(isPair(pair))
    },

    async deletePrivilege(pair) {
      await tx.delete(privileges).where(isPair(pair))
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

    async setCheckpoint(checkpoint) {
      await tx
        .insert(checkpoints)
        .values(checkpoint)
        .onConflictDoUpdate({ target: checkpoints.only, set: checkpoint })
    },

    async clearProjection() {
      for (const table of [events, failedCalls, draws, records, privileges, checkpoints])
        await tx.delete(table)
    },
  }
}
