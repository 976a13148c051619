import type { TestChain } from './startTestChain.ts'

/** What everybody can see of a chain; two chains that agree in it are the same chain in the same state. */
export async function lookAtChain({ chain, contractId, get }: TestChain) {
  const addresses = chain.accounts.map(({ address }) => address)
  const paths = [
    '/extended',
    '/extended/v2/blocks?limit=30',
    '/extended/v3/transactions?limit=50',
    '/extended/v3/mempool/transactions?limit=50',
    `/extended/v2/smart-contracts/${contractId}/logs`,
    `/v2/data_var/${contractId.replace('.', '/')}/count?proof=0`,
    ...addresses.flatMap((address) => [
      `/extended/v3/principals/${address}/nonces`,
      `/extended/v2/addresses/${address}/transactions`,
      `/v2/accounts/${address}?proof=0`,
    ]),
  ]
  return { tip: chain.getTip(), answers: await Promise.all(paths.map(get)) }
}
