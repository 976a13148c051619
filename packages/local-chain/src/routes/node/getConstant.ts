import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { clarityNameParam, contractPath } from './contractPath.ts'

/** `GET /v2/constant_val/…`: the value of a constant. */
export function getConstant(app: App, { chain }: RouteDeps): void {
  app.get(`/v2/constant_val/${contractPath}/:name${clarityNameParam}`, (c) => {
    const { address, contract, name } = c.req.param()
    const deployed = chain.index.contracts.get(`${address}.${contract}`)
    const data =
      deployed === undefined
        ? null
        : chain.vm.getConstant({ contractId: deployed.contractId, source: deployed.source, name })
    return data === null ? c.text('Constant not found', 404) : c.json({ data })
  })
}
