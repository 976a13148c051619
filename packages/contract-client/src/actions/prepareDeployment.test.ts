import { readFileSync } from 'node:fs'
import { deserializeTransaction, PayloadType, PostConditionMode } from '@stacks/transactions'
import { describe, expect } from 'vitest'
import { physician, staff } from '../../testing/accounts.ts'
import { clientTest as test } from '../../testing/clientTest.ts'
import { failureOf } from '../../testing/failureOf.ts'

const contract = `${physician.address}.medvault-2`
const source = readFileSync(new URL('../../../../contracts/medvault.clar', import.meta.url), 'utf8')

describe('a prepared deployment', () => {
  test('is the contract as it stands in contracts/, signed by its deployer in deny mode', async ({
    node,
    connect,
  }) => {
    const client = connect({ contract })
    const prepared = await client.prepareDeployment({ signer: physician, nonce: 3n, fee: 20_000n })
    const transaction = deserializeTransaction(prepared.bytes)
    const { payload } = transaction
    if (payload.payloadType !== PayloadType.VersionedSmartContract) throw new Error('no deployment')
    expect(payload.contractName.content).toBe('medvault-2')
    expect(payload.codeBody.content).toBe(source)
    expect(payload.clarityVersion).toBe(4)
    expect(transaction.postConditionMode).toBe(PostConditionMode.Deny)
    expect(transaction.chainId).toBe(0x80000000)
    expect(() => transaction.verifyOrigin()).not.toThrow()
    expect(prepared).toMatchObject({ txid: `0x${transaction.txid()}`, nonce: 3n, fee: 20_000n })
    expect(node.requests).toEqual([])
  })

  test('is the same bytes when it is prepared again', async ({ connect }) => {
    const client = connect({ contract })
    const options = { signer: physician, nonce: 0n, fee: 20_000n }
    expect(await client.prepareDeployment(options)).toEqual(await client.prepareDeployment(options))
  })

  test("is refused for a contract at another's address", async ({ connect }) => {
    const asked = connect({ contract }).prepareDeployment({ signer: staff, nonce: 0n, fee: 20_000n })
    expect(await failureOf(asked)).toMatchObject({ argument: 'signer', code: 'INVALID_ARGUMENT' })
  })

  test('costs at most what the bounds allow, and at least 1 µSTX a byte', async ({ connect }) => {
    const client = connect({ contract, fee: { min: 0n, max: 900_000n, fallback: 1n } })
    const { publicKey } = physician
    const { bytes } = await client.prepareDeployment({ signer: physician, nonce: 0n, fee: 0n })
    const length = bytes.length / 2
    // The node of this test has no estimate.
    expect(await client.estimateDeployment({ publicKey })).toEqual({ fee: BigInt(length), length })
    const dear = client.prepareDeployment({ signer: physician, nonce: 0n, fee: 900_001n })
    expect(await failureOf(dear)).toMatchObject({ argument: 'fee' })
  })
})

test.for([
  ['devnet', 0x80000000, true],
  ['testnet', 0x80000000, true],
  ['testnet', 1, false],
  ['mainnet', 1, true],
  ['mainnet', 0x80000000, false],
] as const)(
  'a client of %s and a node of chain %i are of one network: %s',
  async ([network, network_id, isOne], { node, connect }) => {
    node.answer('GET /v2/info', { json: { network_id } })
    const address = network === 'mainnet' ? 'SP2JXKMSH007NPYAQHKJPQMAQYAD90NQGTVJVQ02B' : physician.address
    expect(await connect({ network, contract: `${address}.medvault` }).isOfNetwork()).toBe(isOne)
  },
)
