import type { PendingTransaction } from '../chain/TransactionRecord.ts'
import type { DecodedTransaction } from '../transactions/DecodedTransaction.ts'
import type { Mempool } from './Mempool.ts'

type ByNonce = Map<string, Map<bigint, PendingTransaction>>

/** Makes an empty mempool. */
export function createMempool(): Mempool {
  const byTxid = new Map<string, PendingTransaction>()
  const bySender: ByNonce = new Map()
  const byPayer: ByNonce = new Map()
  let revision = 0

  return {
    get: (txid) => byTxid.get(txid),
    findConflict: (transaction) => {
      const { sender } = transaction
      const payer = payerOf(transaction)
      return bySender.get(sender.address)?.get(sender.nonce) ?? byPayer.get(payer.address)?.get(payer.nonce)
    },
    add: (pending) => {
      const { sender, txid } = pending.transaction
      const payer = payerOf(pending.transaction)
      byTxid.set(txid, pending)
      put(bySender, sender, pending)
      put(byPayer, payer, pending)
      revision += 1
    },
    remove: (txid) => {
      const pending = byTxid.get(txid)
      if (pending === undefined) return
      byTxid.delete(txid)
      take(bySender, pending.transaction.sender, pending)
      take(byPayer, payerOf(pending.transaction), pending)
      revision += 1
    },
    findReady: (nonceOf) => {
      let best: PendingTransaction | undefined
      for (const [address, waiting] of bySender) {
        const next = waiting.get(nonceOf(address))
        if (next === undefined) continue
        const { sponsor, fee } = next.transaction
        if (sponsor !== null && sponsor.nonce !== nonceOf(sponsor.address)) continue
        if (best === undefined || fee > best.transaction.fee) best = next
      }
      return best
    },
    noncesOf: (address) => {
      const nonces = new Set(bySender.get(address)?.keys())
      for (const nonce of byPayer.get(address)?.keys() ?? []) nonces.add(nonce)
      return [...nonces].sort((a, b) => (a < b ? -1 : 1))
    },
    list: () => [...byTxid.values()],
    size: () => byTxid.size,
    revision: () => revision,
  }
}

function payerOf({ sender, sponsor }: DecodedTransaction): { address: string; nonce: bigint } {
  return sponsor ?? sender
}

function put(
  map: ByNonce,
  { address, nonce }: { address: string; nonce: bigint },
  pending: PendingTransaction,
): void {
  const waiting = map.get(address)
  if (waiting === undefined) map.set(address, new Map([[nonce, pending]]))
  else waiting.set(nonce, pending)
}

// One that pays for two others' nonces replaces one of them only, as on a node; what the other holds stays.
function take(
  map: ByNonce,
  { address, nonce }: { address: string; nonce: bigint },
  pending: PendingTransaction,
): void {
  const waiting = map.get(address)
  if (waiting?.get(nonce) === pending) waiting.delete(nonce)
  if (waiting?.size === 0) map.delete(address)
}
