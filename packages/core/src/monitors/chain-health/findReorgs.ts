import type { Finding } from '../../model/Finding.ts'
import type { Reorg } from '../../model/Reorg.ts'
import type { Look, MonitorDeps } from '../Monitor.ts'
import { overlapWindow } from '../overlapWindow.ts'
import type { ChainHealthSettings } from './chainHealthSchema.ts'

const DAY_MS = 86_400_000

/**
 * Finds what reorgs took back since the last look. A short one is what a chain does now and then; a long one means that
 * what people acted on did not happen.
 */
export async function findReorgs(
  deps: Pick<MonitorDeps, 'store'>,
  options: { look: Pick<Look, 'since' | 'now'>; settings: ChainHealthSettings },
): Promise<Finding[]> {
  const { look, settings } = options
  const reorgs = await deps.store.listReorgs(overlapWindow(look, { firstMs: DAY_MS }))
  return reorgs.map((reorg) => {
    const blocks = countBlocks(reorg)
    return {
      rule: 'chain-reorganised',
      severity: blocks > settings.reorgBlocks ? 'warning' : 'info',
      kind: 'happening',
      // A block may be taken back, come again and be taken back again.
      fingerprint: `chain-reorganised:${reorg.fromHash}:${reorg.at.getTime()}`,
      cause: 'chain',
      subject: `block ${reorg.toHeight}`,
      summary: describe(reorg),
      recordId: null,
      txid: null,
      at: reorg.at,
    }
  })
}

const countBlocks = ({ fromHeight, toHeight }: Reorg) => fromHeight - toHeight + 1

function describe(reorg: Reorg): string {
  const { fromHeight, toHeight, events, failedCalls } = reorg
  const blocks = countBlocks(reorg)
  const which = blocks === 1 ? `block ${toHeight}` : `${blocks} blocks (${toHeight} to ${fromHeight})`
  const parts = [
    ...(events > 0 ? [events === 1 ? '1 event' : `${events} events`] : []),
    ...(failedCalls > 0 ? [failedCalls === 1 ? '1 refused call' : `${failedCalls} refused calls`] : []),
  ]
  return `The chain took ${which} back, with ${parts.join(' and ')} of the contract. What they changed is undone, though alerts that told of it stay. Transactions come back by themselves when another block takes them in; those of MediKey's that do not are told as lost.`
}
