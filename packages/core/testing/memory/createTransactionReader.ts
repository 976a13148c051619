import type { Transaction, TransactionStatus } from '../../src/model/Transaction.ts'
import type { StoreReader } from '../../src/ports/Store.ts'
import type { MemoryState } from './MemoryState.ts'

const UNFINISHED: readonly TransactionStatus[] = ['queued', 'signed', 'unknown', 'broadcast', 'included']
const HOLDS_NONCE: readonly TransactionStatus[] = ['signed', 'unknown', 'broadcast', 'included']

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
          ({ status, finalAt, nextAttemptAt }) =>
            (UNFINISHED.includes(status) || (status === 'aborted' && finalAt === null)) &&
            nextAttemptAt <= now,
        )
        .sort(
          (a, b) =>
            Number(isRevoke(b)) - Number(isRevoke(a)) ||
            a.nextAttemptAt.getTime() - b.nextAttemptAt.getTime(),
        )
        .slice(0, limit),

    listHeldNonces: async (signer) =>
      [...view().transactions.values()]
        .filter((transaction) => transaction.signer === signer && HOLDS_NONCE.includes(transaction.status))
        .flatMap(({ nonce }) => (nonce === null ? [] : [nonce]))
        .sort((a, b) => (a < b ? -1 : 1)),

    getSignerFence: async (signer) => view().fences.get(signer) ?? 0n,
  }
}
