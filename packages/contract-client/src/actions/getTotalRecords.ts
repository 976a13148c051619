import type { ClientContext } from '../ClientContext.ts'
import { readContract } from '../clarity/readContract.ts'
import { contractFunctions } from '../generated/contractFunctions.ts'

/** How many records there are. */
export function getTotalRecords(context: ClientContext): Promise<bigint> {
  return readContract(context, contractFunctions.getTotalRecords, {})
}
