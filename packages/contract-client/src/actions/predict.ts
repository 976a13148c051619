import type { ClientContext } from '../ClientContext.ts'
import { CategoryTooLongError } from '../errors/contract/CategoryTooLongError.ts'
import { CmoOnlyError } from '../errors/contract/CmoOnlyError.ts'
import type { ContractError } from '../errors/contract/ContractError.ts'
import { InvalidDataSizeError } from '../errors/contract/InvalidDataSizeError.ts'
import { RecordInactiveError } from '../errors/contract/RecordInactiveError.ts'
import { RecordNotFoundError } from '../errors/contract/RecordNotFoundError.ts'
import { SystemMaintenanceError } from '../errors/contract/SystemMaintenanceError.ts'
import { UnauthorizedAccessError } from '../errors/contract/UnauthorizedAccessError.ts'
import { parsePrincipal } from '../principals/parsePrincipal.ts'
import { encodeCall } from '../transactions/encodeCall.ts'
import type { ContractCall } from '../types/ContractCall.ts'
import { checkMedicalAccess } from './checkMedicalAccess.ts'
import { getMedicalRecord } from './getMedicalRecord.ts'
import { getPhysicianStats } from './getPhysicianStats.ts'
import { isChiefMedicalOfficer } from './isChiefMedicalOfficer.ts'
import { isSystemMaintenance } from './isSystemMaintenance.ts'
import { predictDraw } from './predictDraw.ts'

const largestUint = 2n ** 128n - 1n
const longestStoredCategory = 64

/** What the contract would answer to a call now. Each branch asks in the contract's own order of checks. */
export async function predict(
  context: ClientContext,
  o: { sender: string; call: ContractCall; ignoreMaintenance?: boolean },
): Promise<ContractError | null> {
  const { call, ignoreMaintenance = false } = o
  const sender = parsePrincipal({ value: o.sender, network: context.network, argument: 'sender' })
  // A call that cannot be encoded has no answer to predict.
  encodeCall(context, call)

  switch (call.functionName) {
    case 'createMedicalRecord': {
      const [maintenance, stats] = await Promise.all([
        isSystemMaintenance(context),
        getPhysicianStats(context, { physician: sender }),
      ])
      if (maintenance && !ignoreMaintenance) return new SystemMaintenanceError()
      if (call.dataVolume === 0n) return new InvalidDataSizeError()
      if (call.dataVolume > largestUint - stats.totalDataManaged) return new InvalidDataSizeError()
      return call.recordCategory.length > longestStoredCategory ? new CategoryTooLongError() : null
    }
    case 'accessMedicalData': {
      const draw = { recordId: call.recordId, medicalStaff: sender, accessVolume: call.accessVolume }
      const answer = await checkMedicalAccess(context, draw)
      return ignoreMaintenance && answer instanceof SystemMaintenanceError
        ? await predictDraw(context, draw)
        : answer
    }
    case 'grantMedicalAccess': {
      const refusal = await predictOwnRecord(context, { sender, recordId: call.recordId, ignoreMaintenance })
      if (refusal !== null) return refusal
      return call.accessLimit === 0n ? new InvalidDataSizeError() : null
    }
    case 'archiveRecord':
      return await predictOwnRecord(context, { sender, recordId: call.recordId, ignoreMaintenance })
    case 'revokeMedicalAccess': {
      const record = await getMedicalRecord(context, call)
      if (record === null) return new RecordNotFoundError()
      return record.physician === sender ? null : new UnauthorizedAccessError()
    }
    case 'enableMaintenance':
    case 'disableMaintenance':
      return (await isChiefMedicalOfficer(context, { user: sender })) ? null : new CmoOnlyError()
  }
}

/** What granting on a record and archiving it check alike. */
async function predictOwnRecord(
  context: ClientContext,
  o: { sender: string; recordId: bigint; ignoreMaintenance: boolean },
): Promise<ContractError | null> {
  const [maintenance, record] = await Promise.all([
    isSystemMaintenance(context),
    getMedicalRecord(context, o),
  ])
  if (maintenance && !o.ignoreMaintenance) return new SystemMaintenanceError()
  if (record === null) return new RecordNotFoundError()
  if (record.physician !== o.sender) return new UnauthorizedAccessError()
  return record.activeRecord ? null : new RecordInactiveError()
}
