import type { ClientContext } from '../ClientContext.ts'
import { readContract } from '../clarity/readContract.ts'
import { contractFunctions } from '../generated/contractFunctions.ts'
import type { AccessPrivilege } from '../types/AccessPrivilege.ts'

/** A staff member's privilege on a record. */
export function getAccessPrivilege(
  context: ClientContext,
  o: { recordId: bigint; medicalStaff: string },
): Promise<AccessPrivilege | null> {
  return readContract(context, contractFunctions.getAccessPrivilege, o)
}
