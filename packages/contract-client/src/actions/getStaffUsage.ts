import type { ClientContext } from '../ClientContext.ts'
import { readContract } from '../clarity/readContract.ts'
import { contractFunctions } from '../generated/contractFunctions.ts'

/** What a staff member has drawn under the present grant. */
export function getStaffUsage(
  context: ClientContext,
  o: { recordId: bigint; medicalStaff: string },
): Promise<bigint> {
  return readContract(context, contractFunctions.getStaffUsage, o)
}
