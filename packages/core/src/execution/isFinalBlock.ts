import type { Ledger } from '../ports/Ledger.ts'

/** How many tenures deep a block must stand; SIP-021 speaks of two tenure changes. */
const FINAL_TENURES = 2

/**
 * Says whether the canonical block of this height stands at least two tenures below the tip.
 *
 * @example
 * await isFinalBlock({ ledger: client }, { height: 120 })
 */
export async function isFinalBlock(
  deps: { ledger: Pick<Ledger, 'getTip' | 'getBlock'> },
  options: { height: number },
): Promise<boolean> {
  const tip = await deps.ledger.getTip()
  const [block, tipBlock] = await Promise.all([
    deps.ledger.getBlock({ height: options.height }),
    deps.ledger.getBlock({ height: tip.blockHeight }),
  ])
  return block !== null && tipBlock !== null && tipBlock.tenureHeight - block.tenureHeight >= FINAL_TENURES
}
