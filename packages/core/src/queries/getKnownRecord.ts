import { type MedicalRecord, RecordNotFoundError } from '@medikey/contract-client'
import type { Deps } from '../Deps.ts'

/**
 * Reads a record that somebody named.
 *
 * @throws RecordNotFoundError when there is no such record
 */
export async function getKnownRecord(
  deps: Pick<Deps, 'ledger'>,
  options: { recordId: bigint },
): Promise<MedicalRecord> {
  const record = await deps.ledger.getMedicalRecord(options)
  if (record === null) throw new RecordNotFoundError()
  return record
}
