import { createNetwork, type StacksNetwork } from '@stacks/network'
import { type ClarityValue, makeContractCall, makeSTXTokenTransfer } from '@stacks/transactions'
import { createLocalChain } from '../src/createLocalChain.ts'
import type { LocalChain } from '../src/LocalChain.ts'
import type { LocalChainOptions } from '../src/LocalChainOptions.ts'
import type { Account } from '../src/project/Account.ts'
import { manifestPath } from './manifestPath.ts'

/** A chain on a free port, with what a test says to it most often. */
export type TestChain = {
  readonly chain: LocalChain
  readonly network: StacksNetwork
  readonly contractId: string
  readonly account: (name: string) => Account
  /** A signed call of the counter, hex. */
  readonly signCall: (call: {
    functionName: string
    args?: ClarityValue[]
    from?: string
    nonce: number
    fee?: number
  }) => Promise<string>
  readonly signTransfer: (transfer: {
    amount: bigint
    to: string
    from?: string
    nonce: number
    fee?: number
    memo?: string
  }) => Promise<string>
  /** Posts a transaction as JSON. */
  readonly post: (tx: string) => Promise<{ status: number; body: unknown }>
  readonly get: (path: string) => Promise<{ status: number; body: unknown }>
}

/** Starts a chain that mines only when told, unless the options say otherwise. */
export async function startTestChain(options: Partial<LocalChainOptions> = {}): Promise<TestChain> {
  const chain = await createLocalChain({ manifestPath, port: 0, mining: 'manual', ...options })
  const network = createNetwork({ network: 'devnet', client: { baseUrl: chain.url } })
  const account = (name: string) => {
    const found = chain.accounts.find((candidate) => candidate.name === name)
    if (found === undefined) throw new Error(`There is no account ${name}.`)
    return found
  }
  const { address } = account('deployer')
  return {
    chain,
    network,
    account,
    contractId: `${address}.counter`,
    signCall: async ({ functionName, args = [], from = 'wallet_1', nonce, fee = 1000 }) => {
      const transaction = await makeContractCall({
        contractAddress: address,
        contractName: 'counter',
        functionName,
        functionArgs: args,
        // What may move is the business of the tests of post-conditions.
        postConditionMode: 'allow',
        senderKey: account(from).privateKey,
        network,
        nonce,
        fee,
      })
      return transaction.serialize()
    },
    signTransfer: async ({ amount, to, from = 'wallet_1', nonce, fee = 1000, memo }) => {
      const transaction = await makeSTXTokenTransfer({
        amount,
        recipient: to,
        senderKey: account(from).privateKey,
        network,
        nonce,
        fee,
        ...(memo === undefined ? {} : { memo }),
      })
      return transaction.serialize()
    },
    post: async (tx) => {
      const response = await fetch(`${chain.url}/v2/transactions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ tx }),
      })
      return read(response)
    },
    get: async (path) => read(await fetch(`${chain.url}${path}`)),
  }
}

async function read(response: Response): Promise<{ status: number; body: unknown }> {
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true
  return { status: response.status, body: isJson ? JSON.parse(text) : text }
}
