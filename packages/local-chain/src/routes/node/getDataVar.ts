import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { clarityNameParam, contractPath } from './contractPath.ts'
import { wantsProof } from './wantsProof.ts'

/** `GET /v2/data_var/…`: the value of a data variable. */
export function getDataVar(app: App, { chain }: RouteDeps): void {
  app.get(`/v2/data_var/${contractPath}/:name${clarityNameParam}`, (c) => {
    const { address, contract, name } = c.req.param()
    const deployed = chain.index.contracts.get(`${address}.${contract}`)
    const isVariable = deployed?.abi.variables.some((declared) => declared.name === name) === true
    const data = isVariable ? chain.vm.getDataVar({ contractId: `${address}.${contract}`, name }) : null
    if (data === null) return c.text('Data var not found', 404)
    return c.json(wantsProof(c) ? { data, proof: '' } : { data })
  })
}
