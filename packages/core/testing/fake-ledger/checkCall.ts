import { type ContractCall, type ContractError, contractErrorFromCode } from '@medikey/contract-client'
import type { FakeVault } from './FakeVault.ts'
import { pairKey } from './pairKey.ts'

const LARGEST = 2n ** 128n - 1n
const LONGEST_CATEGORY = 64

/** What medvault would answer, in its own order of checks: null is yes. */
export function checkCall(
  vault: FakeVault,
  options: { sender: string; call: ContractCall; ignoreMaintenance: boolean },
): ContractError | null {
  const { sender, call, ignoreMaintenance } = options
  const halted = vault.maintenance && !ignoreMaintenance
  if (call.functionName === 'enableMaintenance' || call.functionName === 'disableMaintenance') {
    return sender === vault.chiefMedicalOfficer ? null : contractErrorFromCode(100n)
  }
  if (halted && call.functionName !== 'revokeMedicalAccess') return contractErrorFromCode(106n)
  if (call.functionName === 'createMedicalRecord') return checkCreate(vault, { sender, ...call })
  if (call.functionName === 'accessMedicalData' && call.accessVolume === 0n)
    return contractErrorFromCode(103n)
  const record = vault.records.get(call.recordId)
  if (record === undefined) return contractErrorFromCode(101n)
  if (call.functionName === 'accessMedicalData') return checkDraw(vault, { sender, ...call })
  if (record.physician !== sender) return contractErrorFromCode(105n)
  if (call.functionName === 'revokeMedicalAccess') return null
  if (!record.activeRecord) return contractErrorFromCode(108n)
  return call.functionName === 'grantMedicalAccess' && call.accessLimit === 0n
    ? contractErrorFromCode(103n)
    : null
}

function checkCreate(
  vault: FakeVault,
  options: { sender: string; recordCategory: string; dataVolume: bigint },
): ContractError | null {
  const { sender, recordCategory, dataVolume } = options
  const managed = [...vault.records.values()]
    .filter(({ physician }) => physician === sender)
    .reduce((sum, record) => sum + record.dataVolume, 0n)
  if (dataVolume === 0n || managed + dataVolume > LARGEST) return contractErrorFromCode(103n)
  return recordCategory.length > LONGEST_CATEGORY ? contractErrorFromCode(107n) : null
}

function checkDraw(
  vault: FakeVault,
  options: { sender: string; recordId: bigint; accessVolume: bigint },
): ContractError | null {
  const { sender, recordId, accessVolume } = options
  const record = vault.records.get(recordId)
  if (record === undefined) return contractErrorFromCode(101n)
  if (!record.activeRecord) return contractErrorFromCode(108n)
  if (record.accessedVolume + accessVolume > record.dataVolume) return contractErrorFromCode(102n)
  if (record.physician === sender) return null
  const pair = pairKey({ recordId, medicalStaff: sender })
  const privilege = vault.privileges.get(pair)
  const usage = vault.usages.get(pair) ?? 0n
  return privilege !== undefined && usage + accessVolume <= privilege.accessLimit
    ? null
    : contractErrorFromCode(105n)
}
