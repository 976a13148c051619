import { type ClarityValue, serializeCVBytes, validateStacksAddress } from '@stacks/transactions'
import { z } from 'zod'
import { checkArguments } from '../../clarity/checkArguments.ts'
import { decodeValue } from '../../clarity/decodeValue.ts'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { clarityNameParam, contractPath } from './contractPath.ts'
import { hexToBytes } from './hexToBytes.ts'
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
    const args: ClarityValue[] = []
    for (const argument of body.arguments) {
      const bytes = hexToBytes(argument)
      const value = bytes === null ? null : decodeValue(bytes)
      if (value === null) return c.text('Failed to deserialize argument value', 400)
      args.push(value)
    }
    const { address, contract, function: functionName } = c.req.param()
    const deployed = chain.index.contracts.get(`${address}.${contract}`)
    if (deployed === undefined) return c.json(refuse(`NoSuchContract("${address}.${contract}")`))
    const called = deployed.abi.functions.find(({ name }) => name === functionName)
    if (called === undefined || called.access === 'private')
      return c.json(refuse(`UndefinedFunction("${functionName}")`))
    if (called.access === 'public') return c.json(refuse('NotReadOnly'))
    const problem = checkArguments({ args, called })
    if (problem !== null) return c.json(refuse(problem))
    if (senderContract !== undefined) {
      // The VM that this chain runs on takes no contract as tx-sender; another sender could get another answer.
      return c.json(refuse('This local chain runs read-only calls only as an address.'))
    }
    const answer = chain.vm.callReadOnly({
      contractId: deployed.contractId,
      functionName,
      args: args.map((arg) => serializeCVBytes(arg)),
      sender: body.sender,
    })
    return c.json(answer.ok ? { okay: true, result: answer.result } : refuse(answer.cause))
  })
}

function refuse(cause: string) {
  return { okay: false, cause }
}
