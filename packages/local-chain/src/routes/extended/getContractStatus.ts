import type { Chain } from '../../chain/Chain.ts'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { parsePrincipal } from './parsePrincipal.ts'

/** `GET /extended/v2/smart-contracts/status`: what became of the deployments of contracts. */
export function getContractStatus(app: App, { chain }: RouteDeps): void {
  app.get('/extended/v2/smart-contracts/status', (c) => {
    const ids = (c.req.queries('contract_id') ?? []).flatMap((value) => value.split(',')).map(parsePrincipal)
    return c.json(Object.fromEntries(ids.map((id) => [id, toStatus(chain, id)])))
  })
}

function toStatus({ index, mempool }: Chain, contractId: string) {
  const isDeployment = ({ payload }: { payload: { type: string; contractId?: string } }) =>
    payload.type === 'smart_contract' && payload.contractId === contractId
  const mined = index.byPrincipal.get(contractId)?.findLast(({ transaction }) => isDeployment(transaction))
  if (mined !== undefined) {
    const { status, block, transaction } = mined
    const result = { status, tx_id: transaction.txid, contract_id: contractId, block_height: block.height }
    return { found: true, result }
  }
  const pending = mempool.list().find(({ transaction }) => isDeployment(transaction))
  if (pending === undefined) return { found: false }
  return {
    found: true,
    result: { status: 'pending', tx_id: pending.transaction.txid, contract_id: contractId },
  }
}
