import type { ClientContext } from '../ClientContext.ts'
import type { ContractError } from '../errors/contract/ContractError.ts'
import { InsufficientClearanceError } from '../errors/contract/InsufficientClearanceError.ts'
import { InvalidDataSizeError } from '../errors/contract/InvalidDataSizeError.ts'
import { RecordInactiveError } from '../errors/contract/RecordInactiveError.ts'
import { RecordNotFoundError } from '../errors/contract/RecordNotFoundError.ts'
import { UnauthorizedAccessError } from '../errors/contract/UnauthorizedAccessError.ts'
import { getAccessPrivilege } from './getAccessPrivilege.ts'
import { getMedicalRecord } from './getMedicalRecord.ts'
import { getStaffUsage } from './getStaffUsage.ts'

/**
 * What drawing would be answered once maintenance has ended. In maintenance the contract itself tells nothing
 * but that, so its later checks are computed here, in their order.
 */
export async function predictDraw(
  context: ClientContext,
  o: { recordId: bigint; medicalStaff: string; accessVolume: bigint },
): Promise<ContractError | null> {
  if (o.accessVolume === 0n) return new InvalidDataSizeError()
  const [record, privilege, usage] = await Promise.all([
    getMedicalRecord(context, o),
    getAccessPrivilege(context, o),
    getStaffUsage(context, o),
  ])
  if (record === null) return new RecordNotFoundError()
  if (!record.activeRecord) return new RecordInactiveError()
  if (record.accessedVolume + o.accessVolume > record.dataVolume) return new InsufficientClearanceError()
  if (record.physician === o.medicalStaff) return null
  if (!privilege?.canAccess) return new UnauthorizedAccessError()
  return usage + o.accessVolume > privilege.accessLimit ? new UnauthorizedAccessError() : null
}
