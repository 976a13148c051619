import { test } from 'vitest'
import { type ContractClientOptions, createContractClient } from '../src/index.ts'
import { contract } from './accounts.ts'
import { startNode, type TestNode } from './startNode.ts'

/** A test with a node of its own and a way to make clients of it. */
export const clientTest = test.extend<{
  node: TestNode
  connect: (options?: Partial<ContractClientOptions>) => ReturnType<typeof createContractClient>
}>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads what a fixture needs from this pattern
  node: async ({}, use) => {
    const node = await startNode()
    await use(node)
    await node.close()
  },
  connect: async ({ node }, use) => {
    await use((options = {}) =>
      createContractClient({ apiUrl: node.url, network: 'devnet', contract, ...options }),
    )
  },
})
