import type { ClientContext } from '../ClientContext.ts'
import { readContract } from '../clarity/readContract.ts'
import { UnexpectedAnswerError } from '../errors/UnexpectedAnswerError.ts'
import { contractFunctions } from '../generated/contractFunctions.ts'
import type { MedicalRecord } from '../types/MedicalRecord.ts'

const {
  clarityName,
  arguments: [recordIdsArgument],
} = contractFunctions.getMedicalRecords
const pageLength = recordIdsArgument.type.list.length

/** Records in the order asked, a page of the contract at a time. */
export async function getMedicalRecords(
  context: ClientContext,
  o: { recordIds: readonly bigint[] },
): Promise<(MedicalRecord | null)[]> {
  const records: (MedicalRecord | null)[] = []
  for (let start = 0; start < o.recordIds.length; start += pageLength) {
    const recordIds = o.recordIds.slice(start, start + pageLength)
    const page = await readContract(context, contractFunctions.getMedicalRecords, { recordIds })
    if (page.length !== recordIds.length) {
      throw new UnexpectedAnswerError({
        route: clarityName,
        problem: `answered with ${page.length} records when asked for ${recordIds.length}`,
      })
    }
    for (const [index, recordId] of recordIds.entries()) {
      const record = page[index] ?? null
      records.push(record === null ? null : { recordId, ...record })
    }
  }
  return records
}
