import { createLocalChain, type LocalChain } from '@medikey/local-chain'
import { answerAsks } from './answerAsks.ts'
import { manifestPath } from './manifestPath.ts'
import { measureMemory } from './measureMemory.ts'

/** Where the clients go. */
export type Opened = { readonly url: string; readonly deployer: string; readonly keys: readonly string[] }

/** The local chain, with a journal on the disk as people run it. */
let chain: LocalChain | undefined

answerAsks({
  async start({ dataDir, trackCosts }: { dataDir: string; trackCosts: boolean }): Promise<Opened> {
    chain = await createLocalChain({ manifestPath, dataDir, port: 0, mining: 'immediate', trackCosts })
    const { url, accounts } = chain
    const keys = accounts.map(({ privateKey }) => privateKey)
    return { url, deployer: accounts.find(({ name }) => name === 'deployer')?.address ?? '', keys }
  },
  /** Milliseconds for a fresh chain with the contract deployed. */
  async reset() {
    const startedAt = performance.now()
    await chain?.reset()
    return performance.now() - startedAt
  },
  close: () => chain?.close(),
  measureMemory,
})
