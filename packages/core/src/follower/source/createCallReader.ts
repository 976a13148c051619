import type { ContractTransaction } from '@medikey/contract-client'
import type { FailedCall } from '../../model/FailedCall.ts'
import type { Checkpoint } from '../../model/Projection.ts'
import type { Ledger } from '../../ports/Ledger.ts'
import { readAhead } from '../readAhead.ts'
import { callHistory } from './callHistory.ts'
import { readUpwards, type UpwardPage } from './readUpwards.ts'

/** How many refused calls are asked for at once. */
const AT_ONCE = 4

/** Reads the contract's transactions upwards, as far as it is asked to. */
export type CallReader = {
  /** Where a transaction stands, as far as it was read. */
  getBlock(txid: string): ContractTransaction['block'] | null
  /** Reads up to a block, and one page further so that nothing of that block is left out. */
  readUpTo(height: number): Promise<void>
  /** Reads one more page; false at the end. */
  readMore(): Promise<boolean>
  /** Gives the refused calls up to a block, and forgets what stands below. */
  takeUpTo(height: number): Promise<FailedCall[]>
  /** The newest block that was read, and the page that reached it. */
  getEnd(): { height: number; hash: string; cursor: string } | null
  /** Waits for the page that is asked for ahead, and asks for no more. */
  close(): Promise<void>
}

/** Makes a reader that goes on from the checkpoint. */
export function createCallReader(
  ledger: Pick<Ledger, 'getContractTransactions' | 'getRefusedCall' | 'getDeployment'>,
  options: { from: Checkpoint['calls'] },
): CallReader {
  const { from } = options
  const isKnown = from === null ? null : ({ block }: ContractTransaction) => block.height <= from.height
  const pages = readAhead(readUpwards(callHistory(ledger), { isKnown, cursor: from?.cursor ?? null }))
  const held = new Map<string, ContractTransaction>()
  let end: { height: number; hash: string; cursor: string } | null = null
  let isDone = false

  function take(page: UpwardPage<ContractTransaction>): void {
    for (const transaction of page.items) {
      const { height, hash } = transaction.block
      if (isKnown?.(transaction) !== true) held.set(transaction.txid, transaction)
      if (end === null || height >= end.height) end = { height, hash, cursor: page.cursor }
    }
  }

  async function readMore(): Promise<boolean> {
    if (isDone) return false
    const next = await pages.next()
    if (next.done === true) isDone = true
    else take(next.value)
    return !isDone
  }

  async function describe(transaction: ContractTransaction): Promise<FailedCall | null> {
    const { txid, sender, block, functionName } = transaction
    const refused = await ledger.getRefusedCall({ txid })
    // Gone with a reorg, or none of the contract's.
    if (refused === null || functionName === null) return null
    return {
      txid,
      sender,
      functionName,
      blockHeight: block.height,
      blockHash: block.hash,
      blockTime: block.time,
      ...refused,
    }
  }

  return {
    getBlock: (txid) => held.get(txid)?.block ?? null,
    async readUpTo(height) {
      while (end === null || end.height <= height) if (!(await readMore())) return
    },
    readMore,
    async takeUpTo(height) {
      const taken = [...held.values()].filter(({ block }) => block.height <= height)
      const refused = taken
        .filter(({ status, functionName }) => status === 'abort_by_response' && functionName !== null)
        .sort((a, b) => a.block.height - b.block.height || a.block.txIndex - b.block.txIndex)
      const calls: FailedCall[] = []
      for (let start = 0; start < refused.length; start += AT_ONCE) {
        const described = await Promise.all(refused.slice(start, start + AT_ONCE).map(describe))
        calls.push(...described.filter((call) => call !== null))
      }
      for (const { txid } of taken) held.delete(txid)
      return calls
    },
    getEnd: () => end,
    async close() {
      await pages.return(undefined)
    },
  }
}
