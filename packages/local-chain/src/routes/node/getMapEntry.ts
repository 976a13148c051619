import { z } from 'zod'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { clarityNameParam, contractPath } from './contractPath.ts'
import { hexToBytes } from './hexToBytes.ts'
import { isClarityValue } from './isClarityValue.ts'
import { readJson } from './readJson.ts'

const none = '0x09'

/** `POST /v2/map_entry/…`: the optional value that a map holds for a key. */
export function getMapEntry(app: App, { chain }: RouteDeps): void {
  app.post(`/v2/map_entry/${contractPath}/:map${clarityNameParam}`, async (c) => {
    const body = await readJson(c, z.string())
    if (body === null) return c.text('Failed to parse JSON body', 400)
    const key = hexToBytes(body)
    if (key === null || !isClarityValue(key)) return c.text('Failed to deserialize key value', 400)
    const { address, contract, map } = c.req.param()
    const data = chain.vm.getMapEntry({ contractId: `${address}.${contract}`, map, key }) ?? none
    return c.json(c.req.query('proof') === '0' ? { data } : { data, proof: '0x' })
  })
}
