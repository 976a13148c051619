import { initSimnet, type Simnet } from '@stacks/clarinet-sdk'
import { Cl } from '@stacks/transactions'
import { answerAsks } from './answerAsks.ts'
import { callArguments, contractName, functionName, readArguments, readName } from './calls.ts'
import { manifestPath } from './manifestPath.ts'
import { measureMemory } from './measureMemory.ts'

/** The Clarinet SDK's simnet as people use it: no process, no HTTP, no signatures. */
let simnet: Simnet | undefined
let senders: string[] = []

function requireSimnet(): Simnet {
  if (simnet === undefined) throw new Error('The simnet was not started.')
  return simnet
}

answerAsks({
  async start({ trackCosts }: { trackCosts: boolean }) {
    simnet = await initSimnet(manifestPath, true, { trackCosts, trackCoverage: false })
    senders = [...simnet.getAccounts().values()]
  },
  /** Milliseconds for `count` public calls. */
  call({ count }: { count: number }) {
    const vm = requireSimnet()
    const startedAt = performance.now()
    for (let i = 0; i < count; i += 1) {
      const sender = senders[i % senders.length] ?? ''
      const { result } = vm.callPublicFn(contractName, functionName, callArguments(), sender)
      if (result.type !== 'ok') throw new Error(`A call was refused: ${Cl.prettyPrint(result)}`)
    }
    return performance.now() - startedAt
  },
  /** Milliseconds for `count` read-only calls. */
  read({ count }: { count: number }) {
    const vm = requireSimnet()
    const startedAt = performance.now()
    for (let i = 0; i < count; i += 1) {
      vm.callReadOnlyFn(contractName, readName, readArguments(i), senders[0] ?? '')
    }
    return performance.now() - startedAt
  },
  /** Milliseconds for a fresh session with the contract deployed. */
  async reset() {
    const vm = requireSimnet()
    const startedAt = performance.now()
    await vm.initSession(process.cwd(), manifestPath, undefined)
    return performance.now() - startedAt
  },
  measureMemory,
})
