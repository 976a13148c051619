import type { ClientContext } from '../ClientContext.ts'
import { readContract } from '../clarity/readContract.ts'
import type { ContractError } from '../errors/contract/ContractError.ts'
import { contractErrorFromCode } from '../errors/contract/contractErrorFromCode.ts'
import { contractFunctions } from '../generated/contractFunctions.ts'

/** What `access-medical-data` would answer to that caller now. */
export async function checkMedicalAccess(
  context: ClientContext,
  o: { recordId: bigint; medicalStaff: string; accessVolume: bigint },
): Promise<ContractError | null> {
  const answer = await readContract(context, contractFunctions.checkMedicalAccess, o)
  return 'error' in answer ? contractErrorFromCode(answer.error) : null
}
