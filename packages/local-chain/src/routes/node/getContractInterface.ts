import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { contractPath } from './contractPath.ts'

/** `GET /v2/contracts/interface/…`: a contract's ABI. */
export function getContractInterface(app: App, { chain }: RouteDeps): void {
  app.get(`/v2/contracts/interface/${contractPath}`, (c) => {
    const { address, contract } = c.req.param()
    const deployed = chain.index.contracts.get(`${address}.${contract}`)
    return deployed === undefined ? c.text('No contract interface data found', 404) : c.json(deployed.abi)
  })
}
