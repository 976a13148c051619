import {
  ContractNotDeployedError,
  createContractClient,
  UnauthorizedAccessError,
} from '@medikey/contract-client'
import { describe, expect, test } from 'vitest'
import { useContract } from '../harness/useContract.ts'

const room = await useContract()
const { chain, client, signerOf, prepare, mined } = room
const deployer = signerOf('deployer')
const staff = signerOf('wallet_8').address

describe('a chain with medvault', () => {
  test('tells its deployment, its officer and its balances', async () => {
    const deployment = await client.getDeployment()
    expect(deployment).toEqual({
      txid: expect.stringMatching(/^0x[0-9a-f]{64}$/),
      blockHeight: expect.any(Number),
    })
    const deployed = await client.getTransaction({ txid: deployment?.txid ?? '' })
    expect(deployed).toMatchObject({ status: 'success', sender: deployer.address, contractError: null })
    expect(deployed?.block?.height).toBe(deployment?.blockHeight)
    expect(await client.getChiefMedicalOfficer()).toBe(deployer.address)
    expect(await client.getBalance({ principal: staff })).toBe(100_000_000_000_000n)
  })

  test('tells blocks by height and hash, up to the tip, and their tenures', async () => {
    const tip = await client.getTip()
    const block = await client.getBlock({ height: tip.blockHeight })
    expect(block).toMatchObject({ hash: tip.blockHash, burnBlockHeight: tip.burnBlockHeight })
    expect(await client.getBlock({ hash: tip.blockHash })).toEqual(block)
    expect(await client.getBlock({ height: tip.blockHeight + 1 })).toBeNull()
    expect(await client.getBlock({ hash: `0x${'0'.repeat(64)}` })).toBeNull()
    const parent = await client.getBlock({ height: tip.blockHeight - 1 })
    expect(block?.parentHash).toBe(parent?.hash)

    chain.advanceTenures({ count: 2 })
    const { blockHeight } = await client.getTip()
    expect((await client.getBlock({ height: blockHeight }))?.tenureHeight).toBe(
      (block?.tenureHeight ?? 0) + 2,
    )
  })

  test('is told from one without', async () => {
    const elsewhere = createContractClient({
      apiUrl: chain.url,
      network: 'devnet',
      contract: `${staff}.medvault`,
    })
    expect(await elsewhere.getDeployment()).toBeNull()
    await expect(elsewhere.getTotalRecords()).rejects.toBeInstanceOf(ContractNotDeployedError)
    expect(await elsewhere.getContractEvents()).toMatchObject({ events: [], olderCursor: null })
  })
})

describe('a call', () => {
  test('goes from prepared through pending to mined, and the contract tells its effect', async () => {
    const { signer, nonce } = room
    const transaction = await prepare('radiology')
    expect(await client.getTransaction(transaction)).toBeNull()

    await client.broadcast(transaction)
    expect(await client.getTransaction(transaction)).toMatchObject({ status: 'pending', block: null, nonce })
    expect((await client.getNonces({ principal: signer.address })).pendingNonces).toEqual([nonce])
    expect(await client.getTransactionAtNonce({ principal: signer.address, nonce })).toBeNull()

    chain.mine()
    const included = await client.waitForTransaction(transaction)
    expect(included).toMatchObject({
      txid: transaction.txid,
      status: 'success',
      sender: signer.address,
      nonce,
      fee: transaction.fee,
      contractError: null,
      vmError: null,
    })
    expect(await client.getTransactionAtNonce({ principal: signer.address, nonce })).toEqual(included)
    expect(await client.getNonces({ principal: signer.address })).toEqual({
      nextNonce: nonce + 1n,
      lastConfirmedNonce: nonce,
      pendingNonces: [],
      missingNonces: [],
    })

    const recordId = await client.getTotalRecords()
    const record = await client.getMedicalRecord({ recordId })
    expect(record).toMatchObject({ recordId, physician: signer.address, recordCategory: 'radiology' })
    expect(record?.createdAt).toBe(BigInt(included.block?.height ?? 0))
    const { events } = await client.getContractEvents({ limit: 1 })
    expect(events).toEqual([
      {
        txid: transaction.txid,
        eventIndex: 0,
        rawHex: expect.stringMatching(/^0x0c/),
        value: {
          event: 'medical-record-created',
          recordId,
          physician: signer.address,
          recordCategory: 'radiology',
          dataVolume: 100n,
          createdAt: record?.createdAt,
        },
      },
    ])
  })

  test('that the contract refuses is predicted, and mined with the same error', async () => {
    const { signer } = room
    expect(await mined(await prepare('cardiology'))).toMatchObject({ status: 'success' })
    const recordId = await client.getTotalRecords()
    const call = {
      functionName: 'grantMedicalAccess',
      recordId,
      medicalStaff: signer.address,
      accessLimit: 5n,
    } as const
    const stranger = signerOf('wallet_8')
    expect(await client.predict({ sender: signer.address, call })).toBeNull()
    expect(await client.predict({ sender: stranger.address, call })).toBeInstanceOf(UnauthorizedAccessError)

    const { nextNonce } = await client.getNonces({ principal: stranger.address })
    const aborted = await mined(await client.prepare({ call, signer: stranger, nonce: nextNonce }))
    expect(aborted.status).toBe('abort_by_response')
    expect(aborted.contractError).toBeInstanceOf(UnauthorizedAccessError)
    expect(aborted.block).not.toBeNull()
  })

  test('is told by events in pages, newest first, without a gap', async () => {
    const { nonce } = room
    for (let index = 0n; index < 5n; index += 1n) {
      await client.broadcast(await prepare(`page ${index}`, { nonce: nonce + index }))
    }
    chain.mine()
    const whole = await client.getContractEvents()
    const categories = whole.events.map(
      ({ value }) => value?.event === 'medical-record-created' && value.recordCategory,
    )
    expect(categories.slice(0, 5)).toEqual(['page 4', 'page 3', 'page 2', 'page 1', 'page 0'])

    const paged = []
    let cursor: string | null | undefined
    do {
      const page = await client.getContractEvents({ limit: 2, ...(cursor ? { cursor } : {}) })
      paged.push(...page.events)
      cursor = page.olderCursor
    } while (cursor !== null)
    expect(paged).toEqual(whole.events)
  })
})
