import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { ApiError } from './ApiError.ts'

/** `GET /extended/v1/contract/{id}`: a contract with the transaction that deployed it. */
export function getContract(app: App, { chain }: RouteDeps): void {
  app.get('/extended/v1/contract/:id', (c) => {
    const contract = chain.index.contracts.get(c.req.param('id'))
    if (contract === undefined) throw new ApiError({ status: 404, message: 'cannot find contract by ID' })
    return c.json({
      tx_id: contract.txid,
      canonical: true,
      contract_id: contract.contractId,
      block_height: contract.height,
      clarity_version: contract.clarityVersion,
      source_code: contract.source,
      abi: JSON.stringify(contract.abi),
    })
  })
}
