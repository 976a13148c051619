import type { ClientContext } from '../ClientContext.ts'
import { readContract } from '../clarity/readContract.ts'
import { contractFunctions } from '../generated/contractFunctions.ts'
import type { MedicalRecord } from '../types/MedicalRecord.ts'

/** A record's terms. */
export async function getMedicalRecord(
  context: ClientContext,
  o: { recordId: bigint },
): Promise<MedicalRecord | null> {
  const record = await readContract(context, contractFunctions.getMedicalRecord, o)
  return record === null ? null : { recordId: o.recordId, ...record }
}
