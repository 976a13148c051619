import type { Transaction, TransactionStatus } from '../../src/model/Transaction.ts'
import { transactionSets } from '../../src/model/transactionSets.ts'
import type { UnitOfWork } from '../../src/ports/Store.ts'
import type { MemoryState } from './MemoryState.ts'
import { patchRow } from './patchRow.ts'
import { refuse } from './refuse.ts'

const DEAD: readonly TransactionStatus[] = transactionSets.dead
const OWNS_NONCE: readonly TransactionStatus[] = [...transactionSets.holdsNonce, 'final']

/** Writes of transactions and of the signers' fencing numbers. */
export function createTransactionWriter(
  state: MemoryState,
): Pick<UnitOfWork, 'insertTransaction' | 'moveTransaction' | 'advanceSignerFence'> {
  const { transactions, fences, requests } = state

  const put = (row: Transaction) => {
    const others = [...transactions.values()].filter(({ id }) => id !== row.id)
    const isLive = !DEAD.includes(row.status)
    if (isLive && others.some((other) => other.requestId === row.requestId && !DEAD.includes(other.status)))
      refuse(`request ${row.requestId} already has a live transaction`)
    if (row.txid !== null && others.some(({ txid }) => txid === row.txid)) refuse(`txid ${row.txid} is taken`)
    const owns = ({ nonce, status, finalAt }: Transaction) =>
      nonce !== null && OWNS_NONCE.includes(status) && (status !== 'aborted' || finalAt === null)
    if (
      owns(row) &&
      others.some((other) => owns(other) && other.signer === row.signer && other.nonce === row.nonce)
    )
      refuse(`nonce ${row.nonce} of ${row.signer} is taken`)
    transactions.set(row.id, row)
  }

  return {
    async insertTransaction(transaction) {
      if (transactions.has(transaction.id)) refuse(`transaction ${transaction.id} exists`)
      if (!requests.has(transaction.requestId)) refuse(`request ${transaction.requestId} does not exist`)
      put(structuredClone(transaction))
    },

    async moveTransaction({ id, from, to, patch }) {
      const transaction = transactions.get(id)
      if (transaction === undefined || !from.includes(transaction.status)) return null
      const moved = { ...patchRow<Transaction>(transaction, patch), status: to }
      put(moved)
      return moved
    },

    async advanceSignerFence({ signer, fence }) {
      if ((fences.get(signer) ?? 0n) !== fence) return false
      fences.set(signer, fence + 1n)
      return true
    },
  }
}
