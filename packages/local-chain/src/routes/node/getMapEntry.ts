import { z } from 'zod'
import { admitsType } from '../../clarity/admitsType.ts'
import { decodeValue } from '../../clarity/decodeValue.ts'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { clarityNameParam, contractPath } from './contractPath.ts'
import { hexToBytes } from './hexToBytes.ts'
import { readJson } from './readJson.ts'
import { refuseRequest } from './refuseRequest.ts'
import { wantsProof } from './wantsProof.ts'

const none = '0x09'

/** `POST /v2/map_entry/…`: the optional value that a map holds for a key. */
export function getMapEntry(app: App, { chain }: RouteDeps): void {
  app.post(`/v2/map_entry/${contractPath}/:map${clarityNameParam}`, async (c) => {
    const body = await readJson(c, z.string())
    if ('problem' in body) return refuseRequest(c, body.problem)
    const bytes = hexToBytes(body.data)
    const key = bytes === null ? null : decodeValue(bytes)
    if (bytes === null || key === null) return refuseRequest(c, 'Failed to deserialize key value')
    const { address, contract, map } = c.req.param()
    const deployed = chain.index.contracts.get(`${address}.${contract}`)
    const declared = deployed?.abi.maps.find(({ name }) => name === map)
    const data =
      deployed === undefined || declared === undefined || !admitsType(key, declared.key)
        ? none
        : (chain.vm.getMapEntry({ contractId: deployed.contractId, map, key: bytes }) ?? none)
    return c.json(wantsProof(c) ? { data, proof: '' } : { data })
  })
}
