import type { ClientContext } from '../ClientContext.ts'
import { readContract } from '../clarity/readContract.ts'
import { contractFunctions } from '../generated/contractFunctions.ts'

/** Whether the contract is in maintenance. */
export function isSystemMaintenance(context: ClientContext): Promise<boolean> {
  return readContract(context, contractFunctions.isSystemMaintenance, {})
}
