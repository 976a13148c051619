import type { ClientContext } from '../ClientContext.ts'
import { HistoryTooLongError } from '../errors/HistoryTooLongError.ts'
import { parsePrincipal } from '../principals/parsePrincipal.ts'
import { listPrincipalTransactions } from '../transactions/listPrincipalTransactions.ts'
import type { ChainTransaction } from '../types/ChainTransaction.ts'
import { getTransaction } from './getTransaction.ts'

const mostTransactions = 2_000

/** The mined transaction that used a nonce of a principal. */
export async function getTransactionAtNonce(
  context: ClientContext,
  o: { principal: string; nonce: bigint },
): Promise<ChainTransaction | null> {
  const principal = parsePrincipal({ value: o.principal, network: context.network })
  let looked = 0
  for await (const { txid, spent } of listPrincipalTransactions(context, { principal })) {
    // A principal spends a nonce on what it sends, and on what it pays for as a sponsor.
    const own = spent.find(({ address }) => address === principal)?.nonce
    if (own === o.nonce) {
      const transaction = await getTransaction(context, { txid })
      // Between the two questions a reorg may have taken it out of its block.
      return transaction?.block ? transaction : null
    }
    // Newest first, and nonces are mined in their order: below it there is nothing left to find.
    if (own !== undefined && own < o.nonce) return null
    looked += 1
    if (looked >= mostTransactions) throw new HistoryTooLongError({ principal, nonce: o.nonce, looked })
  }
  return null
}
