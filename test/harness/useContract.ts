import { join } from 'node:path'
import {
  type ChainTransaction,
  type ContractClient,
  createContractClient,
  createPrivateKeySigner,
  type PreparedTransaction,
  type Signer,
} from '@medikey/contract-client'
import { createLocalChain, type Fault, type LocalChain } from '@medikey/local-chain'
import { afterAll, beforeEach, expect } from 'vitest'

/** A client of medvault on a chain that mines when it is told to. */
export type ContractRoom = {
  readonly chain: LocalChain
  readonly contract: string
  readonly client: ContractClient
  /** Whoever signs in this test; nobody else's nonces are spent. */
  readonly signer: Signer
  /** The signer's next nonce as the test began. */
  readonly nonce: bigint
  signerOf(name: string): Signer
  /** Has requests meet a fault. */
  fault(wanted: Fault): Promise<void>
  /** Prepares a record of that category. */
  prepare(
    recordCategory: string,
    options?: { nonce?: bigint; fee?: bigint; signer?: Signer },
  ): Promise<PreparedTransaction>
  /** Sends a transaction, mines it and tells what became of it. */
  mined(transaction: { txid: string; bytes: string }): Promise<ChainTransaction>
}

/**
 * Starts a chain for the tests of a file, with an account of its own for every test to sign with.
 *
 * @example
 * const room = await useContract()
 * await room.client.broadcast(await room.prepare('radiology'))
 */
export async function useContract(): Promise<ContractRoom> {
  const chain = await createLocalChain({
    manifestPath: join(import.meta.dirname, '..', '..', 'Clarinet.toml'),
    port: 0,
    mining: 'manual',
  })
  afterAll(() => chain.close())

  const accounts = new Map(chain.accounts.map((account) => [account.name, account]))
  const signerOf = (name: string) => {
    const privateKey = accounts.get(name)?.privateKey
    if (privateKey === undefined) throw new Error(`There is no account ${name}.`)
    return createPrivateKeySigner({ privateKey, network: 'devnet' })
  }
  const contract = `${signerOf('deployer').address}.medvault`
  const client = createContractClient({ apiUrl: chain.url, network: 'devnet', contract })

  let signer = signerOf('deployer')
  let nonce = 0n
  let unused = ['wallet_1', 'wallet_2', 'wallet_3', 'wallet_4', 'wallet_5', 'wallet_6', 'wallet_7', 'faucet']
  // The next account, or the first again with its next nonce when all were used.
  beforeEach(async () => {
    const [name = 'wallet_1', ...rest] = unused
    unused = [...rest, name]
    signer = signerOf(name)
    nonce = (await client.getNonces({ principal: signer.address })).nextNonce
  })

  return {
    chain,
    contract,
    client,
    get signer() {
      return signer
    },
    get nonce() {
      return nonce
    },
    signerOf,
    async fault(wanted) {
      const response = await fetch(`${chain.url}/local/faults`, {
        method: 'POST',
        headers: { authorization: `Bearer ${chain.token}`, 'content-type': 'application/json' },
        body: JSON.stringify(wanted),
      })
      expect(response.status).toBe(200)
    },
    prepare: (recordCategory, options = {}) =>
      client.prepare({
        call: { functionName: 'createMedicalRecord', recordCategory, dataVolume: 100n },
        signer,
        nonce,
        ...options,
      }),
    async mined(transaction) {
      await client.broadcast(transaction)
      chain.mine()
      return await client.waitForTransaction({
        txid: transaction.txid,
        signal: AbortSignal.timeout(10_000),
      })
    },
  }
}
