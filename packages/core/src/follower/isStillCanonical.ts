import type { Deps } from '../Deps.ts'
import type { Checkpoint } from '../model/Projection.ts'
import type { ChainBatch } from '../ports/ChainSource.ts'

/** Blocks of a batch that are asked for, the highest: no reorg goes deeper between two questions. */
const BLOCKS = 5

/**
 * Whether a batch that was read is of one fork, the checkpoint's: a reorg may have come while it was read, between any
 * two pages.
 */
export async function isStillCanonical(
  deps: Pick<Deps, 'ledger'>,
  options: { batch: ChainBatch; from: Checkpoint | null },
): Promise<boolean> {
  const { batch, from } = options
  const rows = [batch.checkpoint, ...batch.events, ...batch.failedCalls]
  const hashes = new Map(rows.map((row) => [row.blockHash, row.blockHeight]))
  const highest = [...hashes].sort(([, a], [, b]) => b - a).slice(0, BLOCKS)
  const asked = new Map([...highest, ...(from === null ? [] : [[from.blockHash, from.blockHeight] as const])])
  const answers = await Promise.all(
    [...asked].map(async ([hash, height]) => (await deps.ledger.getBlock({ height }))?.hash === hash),
  )
  return answers.every(Boolean)
}
