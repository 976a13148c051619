import type { MedicalRecord } from '@medikey/contract-client'
import { RefusalError } from '../errors/RefusalError.ts'
import { formatVolume } from '../input/formatVolume.ts'

/**
 * MediKey's own rule beside the contract's: nobody is granted more than the record still holds.
 *
 * @throws RefusalError when the limit is above the record's volume, or above what is left of it
 */
export function checkGrantLimit(options: { record: MedicalRecord; accessLimit: bigint }): void {
  const { record, accessLimit } = options
  const left = record.dataVolume - record.accessedVolume
  if (accessLimit <= left) return
  throw new RefusalError({
    code: accessLimit > record.dataVolume ? 'LIMIT_ABOVE_VOLUME' : 'LIMIT_ABOVE_REMAINDER',
    message:
      left === 0n
        ? `Record ${record.recordId} is fully drawn: nothing of its ${formatVolume(record.dataVolume)} is left to grant.`
        : `The limit ${formatVolume(accessLimit)} is more than record ${record.recordId} still holds: ${formatVolume(left)} of ${formatVolume(record.dataVolume)} are left. Ask for at most that.`,
  })
}
