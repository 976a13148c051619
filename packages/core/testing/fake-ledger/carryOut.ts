import type { ContractCall, MedvaultEvent } from '@medikey/contract-client'
import type { FakeVault } from './FakeVault.ts'
import { pairKey } from './pairKey.ts'

/** Carries a call out that was checked, and tells what the contract prints. */
export function carryOut(
  vault: FakeVault,
  options: { sender: string; call: ContractCall; height: number },
): MedvaultEvent[] {
  const { sender, call, height } = options
  const { records, privileges, usages } = vault
  switch (call.functionName) {
    case 'createMedicalRecord': {
      const recordId = BigInt(records.size + 1)
      const createdAt = BigInt(height)
      const { recordCategory, dataVolume } = call
      records.set(recordId, {
        recordId,
        physician: sender,
        recordCategory,
        dataVolume,
        accessedVolume: 0n,
        createdAt,
        activeRecord: true,
      })
      return [
        {
          event: 'medical-record-created',
          recordId,
          physician: sender,
          recordCategory,
          dataVolume,
          createdAt,
        },
      ]
    }
    case 'accessMedicalData': {
      const { recordId, accessVolume } = call
      const record = records.get(recordId)
      if (record === undefined) return []
      const pair = { recordId, medicalStaff: sender }
      const isPhysician = record.physician === sender
      const staffUsage = isPhysician ? 0n : (usages.get(pairKey(pair)) ?? 0n) + accessVolume
      if (!isPhysician) usages.set(pairKey(pair), staffUsage)
      const accessedVolume = record.accessedVolume + accessVolume
      records.set(recordId, { ...record, accessedVolume })
      return [
        {
          event: 'medical-data-accessed',
          recordId,
          accessor: sender,
          accessVolume,
          accessedVolume,
          dataVolume: record.dataVolume,
          staffUsage,
        },
      ]
    }
    case 'grantMedicalAccess': {
      const { recordId, medicalStaff, accessLimit } = call
      privileges.set(pairKey(call), { canAccess: true, accessLimit })
      usages.set(pairKey(call), 0n)
      return [{ event: 'medical-access-granted', recordId, physician: sender, medicalStaff, accessLimit }]
    }
    case 'revokeMedicalAccess': {
      const { recordId, medicalStaff } = call
      usages.delete(pairKey(call))
      return privileges.delete(pairKey(call))
        ? [{ event: 'medical-access-revoked', recordId, physician: sender, medicalStaff }]
        : []
    }
    case 'archiveRecord': {
      const record = records.get(call.recordId)
      if (record !== undefined) records.set(call.recordId, { ...record, activeRecord: false })
      return [{ event: 'record-archived', recordId: call.recordId, physician: sender }]
    }
    case 'enableMaintenance':
    case 'disableMaintenance': {
      const on = call.functionName === 'enableMaintenance'
      const changes = vault.maintenance !== on
      vault.maintenance = on
      return changes
        ? [{ event: on ? 'maintenance-enabled' : 'maintenance-disabled', chiefMedicalOfficer: sender }]
        : []
    }
  }
}
