import type { ContractLog } from '../../chain/ContractLog.ts'
import { ApiError } from './ApiError.ts'
import { microblockSequence } from './microblockSequence.ts'
import { partitionPoint } from './partitionPoint.ts'

/** The cursor of a log: `block:microblock_sequence:tx_index:event_index`. */
export function toLogCursor({ height, eventIndex }: ContractLog): string {
  return `${height}:${microblockSequence}:0:${eventIndex}`
}

/**
 * How many logs, oldest first, stand at or before a cursor.
 *
 * @throws ApiError 400 when the cursor has another form.
 */
export function findLogCursor(logs: readonly ContractLog[], { cursor }: { cursor: string }): number {
  if (!/^[0-9]+:[0-9]+:[0-9]+:[0-9]+$/.test(cursor)) {
    const message = 'querystring/cursor must match pattern "^[0-9]+:[0-9]+:[0-9]+:[0-9]+$"'
    throw new ApiError({ status: 400, message })
  }
  const wanted = cursor.split(':').map(Number)
  return partitionPoint(logs, (log) => isAtOrBefore(log, wanted))
}

function isAtOrBefore({ height, eventIndex }: ContractLog, wanted: readonly number[]): boolean {
  const key = [height, microblockSequence, 0, eventIndex]
  for (const [i, part] of key.entries()) {
    const other = wanted[i] ?? 0
    if (part !== other) return part < other
  }
  return true
}
