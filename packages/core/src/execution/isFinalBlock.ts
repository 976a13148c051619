import type { Deps } from '../Deps.ts'

/** How many tenures deep a block must stand; SIP-021 speaks of two tenure changes. */
const FINAL_TENURES = 2

/** Says whether the block stands at least two tenures below the tip. */
export async function isFinalBlock(
  deps: Pick<Deps, 'ledger'>,
  options: { height: number },
): Promise<boolean> {
  const tip = await deps.ledger.getTip()
  const [block, tipBlock] = await Promise.all([
    deps.ledger.getBlock({ height: options.height }),
    deps.ledger.getBlock({ height: tip.blockHeight }),
  ])
  return block !== null && tipBlock !== null && tipBlock.tenureHeight - block.tenureHeight >= FINAL_TENURES
}
