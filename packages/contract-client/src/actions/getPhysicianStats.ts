import type { ClientContext } from '../ClientContext.ts'
import { readContract } from '../clarity/readContract.ts'
import { contractFunctions } from '../generated/contractFunctions.ts'
import type { PhysicianStats } from '../types/PhysicianStats.ts'

/** A physician's records and their volume, zeros where there are none. */
export function getPhysicianStats(context: ClientContext, o: { physician: string }): Promise<PhysicianStats> {
  return readContract(context, contractFunctions.getPhysicianStats, o)
}
