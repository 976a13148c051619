import { type ContractCall, type ContractError, contractErrorFromCode } from '@medikey/contract-client'
import type { FakeVault } from './FakeVault.ts'

/** What medvault would answer, as far as core asks: null is yes. */
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
  if (call.functionName === 'createMedicalRecord') return null
  const record = vault.records.get(call.recordId)
  if (record === undefined) return contractErrorFromCode(101n)
  if (call.functionName === 'accessMedicalData') return null
  if (record.physician !== sender) return contractErrorFromCode(105n)
  if (call.functionName === 'revokeMedicalAccess') return null
  if (!record.activeRecord) return contractErrorFromCode(108n)
  return call.functionName === 'grantMedicalAccess' && call.accessLimit === 0n
    ? contractErrorFromCode(103n)
    : null
}
