import type { MinedTransaction } from '../../chain/TransactionRecord.ts'
import { ApiError } from './ApiError.ts'
import { microblockSequence } from './microblockSequence.ts'
import { partitionPoint } from './partitionPoint.ts'

/** The cursor of a transaction: `block:microblock_sequence:tx_index`. */
export function toTransactionCursor(mined: MinedTransaction | null): string | null {
  return mined === null ? null : `${mined.block.height}:${microblockSequence}:0`
}

/**
 * How many transactions, oldest first, stand at or before a cursor: all of them without one.
 *
 * @throws ApiError 400 when the cursor has another form.
 */
export function findTransactionCursor(
  items: readonly MinedTransaction[],
  { cursor }: { cursor: string | undefined },
): number {
  if (cursor === undefined) return items.length
  if (!/^[0-9]+:[0-9]+:[0-9]+$/.test(cursor)) {
    throw new ApiError({
      status: 400,
      message: 'querystring/cursor must match pattern "^[0-9]+:[0-9]+:[0-9]+$"',
    })
  }
  const height = Number(cursor.split(':', 1)[0])
  return partitionPoint(items, ({ block }) => block.height <= height)
}
