import type { Transaction, TransactionStatus } from '../../src/model/Transaction.ts'
import { transactionSets } from '../../src/model/transactionSets.ts'
import type { StoreReader } from '../../src/ports/Store.ts'
import type { MemoryState } from './MemoryState.ts'

const isIn = (set: readonly TransactionStatus[], { status, finalAt }: Transaction) =>
  set.includes(status) && (status !== 'aborted' || finalAt === null)

/** Reads of transactions and signers. */
export function createTransactionReader(
  view: () => MemoryState,
): Pick<
  StoreReader,
  'getTransaction' | 'listTransactions' | 'listUnfinishedTransactions' | 'listHeldNonces' | 'getSignerFence'
> {
  const isRevoke = (transaction: Transaction) => view().requests.get(transaction.requestId)?.kind === 'revoke'

  return {
    getTransaction: async (id) => view().transactions.get(id) ?? null,

    listTransactions: async (requestId) =>
      [...view().transactions.values()]
        .filter((transaction) => transaction.requestId === requestId)
        .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime()),

    listUnfinishedTransactions: async ({ now, limit }) =>
      [...view().transactions.values()]
        .filter(
          (transaction) => isIn(transactionSets.unfinished, transaction) && transaction.nextAttemptAt <= now,
        )
        .sort(
          (a, b) =>
            Number(isRevoke(b)) - Number(isRevoke(a)) ||
            a.nextAttemptAt.getTime() - b.nextAttemptAt.getTime(),
        )
        .slice(0, limit),

    listHeldNonces: async (signer) =>
      [...view().transactions.values()]
        .filter(
          (transaction) => transaction.signer === signer && isIn(transactionSets.holdsNonce, transaction),
        )
        .flatMap(({ nonce }) => (nonce === null ? [] : [nonce]))
        .sort((a, b) => (a < b ? -1 : 1)),

    getSignerFence: async (signer) => view().fences.get(signer) ?? 0n,
  }
}
