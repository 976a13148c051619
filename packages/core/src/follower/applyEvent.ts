import type { MedvaultEvent } from '@medikey/contract-client'
import type { DrawHour } from '../model/Draws.ts'
import type { EventProjection } from '../model/Projection.ts'
import type { UnitOfWork } from '../ports/Store.ts'

/** Applies one event to the projection. Events carry the values after their effect, so nothing is added up here. */
export async function applyEvent(unit: UnitOfWork, event: EventProjection): Promise<void> {
  const { value } = event
  switch (value?.event) {
    case 'medical-record-created':
      return unit.insertRecord({
        recordId: value.recordId,
        physician: value.physician,
        recordCategory: value.recordCategory,
        dataVolume: value.dataVolume,
        accessedVolume: 0n,
        createdAtHeight: value.createdAt,
        activeRecord: true,
      })
    case 'medical-data-accessed':
      await unit.addDraws([toDraw(event.blockTime, value)])
      await unit.updateRecord({ recordId: value.recordId, patch: { accessedVolume: value.accessedVolume } })
      return unit.updatePrivilegeUsage({
        recordId: value.recordId,
        medicalStaff: value.accessor,
        usage: value.staffUsage,
      })
    case 'medical-access-granted':
      return unit.putPrivilege({
        recordId: value.recordId,
        medicalStaff: value.medicalStaff,
        accessLimit: value.accessLimit,
        usage: 0n,
        txid: event.txid,
        grantedAt: event.blockTime,
      })
    case 'medical-access-revoked':
      return unit.deletePrivilege({ recordId: value.recordId, medicalStaff: value.medicalStaff })
    case 'record-archived':
      return unit.updateRecord({ recordId: value.recordId, patch: { activeRecord: false } })
    case 'maintenance-enabled':
    case 'maintenance-disabled':
    case undefined:
      // The event row itself is all there is to keep.
      return
  }
}

const HOUR_MS = 3_600_000

function toDraw(at: Date, draw: Extract<MedvaultEvent, { event: 'medical-data-accessed' }>): DrawHour {
  return {
    principal: draw.accessor,
    hour: new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS),
    // A physician's draws from records of their own count against no grant.
    asPhysician: draw.staffUsage === 0n,
    draws: 1,
    volume: draw.accessVolume,
  }
}
