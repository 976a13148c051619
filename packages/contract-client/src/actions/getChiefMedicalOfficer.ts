import type { ClientContext } from '../ClientContext.ts'
import { readContract } from '../clarity/readContract.ts'
import { contractFunctions } from '../generated/contractFunctions.ts'

/** The contract's Chief Medical Officer. */
export function getChiefMedicalOfficer(context: ClientContext): Promise<string> {
  return readContract(context, contractFunctions.getChiefMedicalOfficer, {})
}
