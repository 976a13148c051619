import type { Simnet } from '@stacks/clarinet-sdk'
import { cvToHex, hexToCV } from '@stacks/transactions'
import { z } from 'zod'
import type { TestNode } from './startNode.ts'

const callRead = z.object({ sender: z.string(), arguments: z.array(z.string()) })

/** Lets the node answer read-only calls with what the real VM says. */
export function answerFromVm(node: TestNode, vm: Simnet): void {
  node.answer('POST /v2/contracts/call-read/*', ({ path, body }) => {
    const [address, name, functionName = ''] = path.split('/').slice(4)
    const call = callRead.parse(JSON.parse(body))
    try {
      const { result } = vm.callReadOnlyFn(
        `${address}.${name}`,
        functionName,
        call.arguments.map((hex) => hexToCV(hex)),
        call.sender,
      )
      return { json: { okay: true, result: cvToHex(result) } }
    } catch (error) {
      return { json: { okay: false, cause: String(error) } }
    }
  })
}
