import type { ContractTransaction } from '@medikey/contract-client'
import type { Ledger } from '../../ports/Ledger.ts'
import type { History, HistoryPage } from './readUpwards.ts'

const PAGE = 50

/** The transactions that name the contract. */
export function callHistory(
  ledger: Pick<Ledger, 'getContractTransactions' | 'getDeployment'>,
): History<ContractTransaction> {
  const readPage = async (cursor?: string): Promise<HistoryPage<ContractTransaction>> => {
    const page = await ledger.getContractTransactions({
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    })
    return { ...page, items: page.transactions }
  }
  return {
    of: 'transactions',
    pageLength: PAGE,
    readPage,
    async readOldPage() {
      const deployment = await ledger.getDeployment()
      const page = deployment === null ? null : await readPage(`${deployment.blockHeight}:0:0`)
      return page === null || page.cursor === null ? readPage() : page
    },
    toKey: ({ txid }) => txid,
  }
}
