import { type ClarityValue, cvToString, serializeCVBytes } from '@stacks/transactions'
import { z } from 'zod'
import { checkArguments } from '../../clarity/checkArguments.ts'
import { decodeValue } from '../../clarity/decodeValue.ts'
import { isPrincipal } from '../../clarity/isPrincipal.ts'
import { toTypeSignature } from '../../clarity/toTypeSignature.ts'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { clarityNameParam, contractPath } from './contractPath.ts'
import { hexToBytes } from './hexToBytes.ts'
import { readJson } from './readJson.ts'
import { refuseRequest } from './refuseRequest.ts'

const bodySchema = z.object({
  sender: z.string(),
  sponsor: z.string().nullish(),
  arguments: z.array(z.string()),
})

/** `POST /v2/contracts/call-read/…`: runs a read-only function against the tip. */
export function callReadOnly(app: App, { chain }: RouteDeps): void {
  app.post(`/v2/contracts/call-read/${contractPath}/:function${clarityNameParam}`, async (c) => {
    const body = await readJson(c, bodySchema)
    if ('problem' in body) return refuseRequest(c, body.problem)
    const { sender, sponsor } = body.data
    if (!isPrincipal(sender)) return refuseRequest(c, 'Failed to parse sender principal')
    if (typeof sponsor === 'string' && !isPrincipal(sponsor)) {
      return refuseRequest(c, 'Failed to parse sponsor principal')
    }
    const args: ClarityValue[] = []
    for (const argument of body.data.arguments) {
      const bytes = hexToBytes(argument)
      const value = bytes === null ? null : decodeValue(bytes)
      if (value === null) return refuseRequest(c, 'Failed to deserialize argument value')
      args.push(value)
    }
    const { address, contract, function: functionName } = c.req.param()
    const contractId = `${address}.${contract}`
    const deployed = chain.index.contracts.get(contractId)
    if (deployed === undefined) return c.json(refuseCall(`NoSuchContract("${contractId}")`))
    const called = deployed.abi.functions.find(({ name }) => name === functionName)
    if (called === undefined) return c.json(refuseCall(`UndefinedFunction("${functionName}")`))
    if (called.access === 'private') {
      return c.json(refuseCall(`NoSuchPublicFunction("${contractId}", "${functionName}")`))
    }
    // A node runs it and refuses when it has written. This VM has no way back from what was written.
    if (called.access === 'public') return c.json({ okay: false, cause: 'NotReadOnly' })
    const problem = checkArguments({
      args,
      called,
      describe: ({ type, value }) =>
        `TypeValueError(${toTypeSignature(type)}, ${JSON.stringify(cvToString(value))})`,
    })
    if (problem !== null) return c.json(refuseCall(problem))
    if (sender.includes('.')) {
      // The VM that this chain runs on takes no contract as tx-sender; another sender could get another answer.
      return c.json({ okay: false, cause: 'This local chain runs read-only calls only as an address.' })
    }
    const answer = chain.vm.callReadOnly({
      contractId,
      functionName,
      args: args.map((arg) => serializeCVBytes(arg)),
      sender,
    })
    return c.json(answer.ok ? { okay: true, result: answer.result } : { okay: false, cause: answer.cause })
  })
}

// What the VM checks before it runs anything it reports under this name.
function refuseCall(check: string) {
  return { okay: false, cause: `RuntimeCheck(${check})` }
}
