import type { ClientContext } from '../ClientContext.ts'
import { readContract } from '../clarity/readContract.ts'
import { contractFunctions } from '../generated/contractFunctions.ts'

/** Whether the principal is the Chief Medical Officer. */
export function isChiefMedicalOfficer(context: ClientContext, o: { user: string }): Promise<boolean> {
  return readContract(context, contractFunctions.isChiefMedicalOfficer, o)
}
