import { validateStacksAddress } from '@stacks/transactions'
import { z } from 'zod'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { clarityNameParam, contractPath } from './contractPath.ts'
import { hexToBytes } from './hexToBytes.ts'
import { isClarityValue } from './isClarityValue.ts'
import { readJson } from './readJson.ts'

const bodySchema = z.object({
  sender: z.string(),
  sponsor: z.string().nullish(),
  arguments: z.array(z.string()),
})

/** `POST /v2/contracts/call-read/…`: runs a read-only function against the tip. */
export function callReadOnly(app: App, { chain }: RouteDeps): void {
  app.post(`/v2/contracts/call-read/${contractPath}/:function${clarityNameParam}`, async (c) => {
    const body = await readJson(c, bodySchema)
    if (body === null) return c.text('Failed to parse JSON body', 400)
    const [senderAddress = '', senderContract] = body.sender.split('.')
    if (!validateStacksAddress(senderAddress) || senderContract === '') {
      return c.text('Failed to parse sender principal', 400)
    }
    const args: Uint8Array[] = []
    for (const argument of body.arguments) {
      const bytes = hexToBytes(argument)
      if (bytes === null || !isClarityValue(bytes)) return c.text('Failed to deserialize argument value', 400)
      args.push(bytes)
    }
    const { address, contract, function: functionName } = c.req.param()
    const contractId = `${address}.${contract}`
    if (!chain.index.contracts.has(contractId)) {
      return c.json({ okay: false, cause: `NoSuchContract("${contractId}")` })
    }
    if (senderContract !== undefined) {
      // The VM that this chain runs on takes no contract as tx-sender; another sender could get another answer.
      return c.json({ okay: false, cause: 'This local chain runs read-only calls only as an address.' })
    }
    const answer = chain.vm.callReadOnly({ contractId, functionName, args, sender: body.sender })
    return c.json(answer.ok ? { okay: true, result: answer.result } : { okay: false, cause: answer.cause })
  })
}
