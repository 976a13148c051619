import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { contractPath } from './contractPath.ts'

/** `GET /v2/contracts/source/…`: a contract's source. */
export function getContractSource(app: App, { chain }: RouteDeps): void {
  app.get(`/v2/contracts/source/${contractPath}`, (c) => {
    const { address, contract } = c.req.param()
    const deployed = chain.index.contracts.get(`${address}.${contract}`)
    if (deployed === undefined) return c.text('No contract source data found', 404)
    const { source, height } = deployed
    // A node adds a proof when it is wanted. One that is empty would be none.
    return c.json({ source, publish_height: height })
  })
}
