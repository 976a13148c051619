import { join } from 'node:path'
import {
  AmbiguousBroadcastError,
  BadNonceError,
  ConflictingNonceInMempoolError,
  ContractNotDeployedError,
  createContractClient,
  createPrivateKeySigner,
  FeeTooLowError,
  NoSuchContractError,
  NotEnoughFundsError,
  RateLimitedError,
  type Signer,
  TooMuchChainingError,
  UnauthorizedAccessError,
} from '@medikey/contract-client'
import { createLocalChain, type Fault } from '@medikey/local-chain'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'

const chain = await createLocalChain({
  manifestPath: join(import.meta.dirname, '..', 'Clarinet.toml'),
  port: 0,
  mining: 'manual',
})
afterAll(() => chain.close())

const accounts = new Map(chain.accounts.map((account) => [account.name, account]))
const deployer = signerOf('deployer')
const contract = `${deployer.address}.medvault`
const client = createContractClient({ apiUrl: chain.url, network: 'devnet', contract })
const staff = signerOf('wallet_8').address

function signerOf(name: string): Signer {
  const privateKey = accounts.get(name)?.privateKey
  if (privateKey === undefined) throw new Error(`There is no account ${name}.`)
  return createPrivateKeySigner({ privateKey, network: 'devnet' })
}

async function fault(wanted: Fault): Promise<void> {
  const response = await fetch(`${chain.url}/local/faults`, {
    method: 'POST',
    headers: { authorization: `Bearer ${chain.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(wanted),
  })
  expect(response.status).toBe(200)
}

const createRecord = (recordCategory: string) =>
  ({ functionName: 'createMedicalRecord', recordCategory, dataVolume: 100n }) as const

/** Every test signs with an account of its own, so that no test spends another's nonces. */
let signer = deployer
let unused = ['wallet_1', 'wallet_2', 'wallet_3', 'wallet_4', 'wallet_5', 'wallet_6', 'wallet_7', 'faucet']
let nonce = 0n

/** The next account, or the one before with its next nonce when all were used. */
beforeEach(async () => {
  const [name = 'wallet_1', ...rest] = unused
  unused = [...rest, name]
  signer = signerOf(name)
  nonce = (await client.getNonces({ principal: signer.address })).nextNonce
})

const prepare = (recordCategory: string, options: { nonce?: bigint; fee?: bigint } = {}) =>
  client.prepare({ call: createRecord(recordCategory), signer, nonce, ...options })

const mined = async (transaction: { txid: string; bytes: string }) => {
  await client.broadcast(transaction)
  chain.mine()
  return await client.waitForTransaction({ txid: transaction.txid, signal: AbortSignal.timeout(10_000) })
}

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

describe('sending the same bytes again', () => {
  test('changes nothing, before and after they were mined', async () => {
    const transaction = await prepare('twice')
    await client.broadcast(transaction)
    await client.broadcast(transaction)
    const before = await client.getTotalRecords()
    chain.mine()
    expect(await client.broadcast(transaction)).toEqual({ txid: transaction.txid })
    chain.mine()
    expect(await client.getTotalRecords()).toBe(before + 1n)
  })

  test('settles an answer that was lost after the node had accepted', async () => {
    const transaction = await prepare('lost answer')
    await fault({ route: 'POST /v2/transactions', count: 1, fault: { type: 'drop-answer' } })
    await expect(client.broadcast(transaction)).rejects.toBeInstanceOf(AmbiguousBroadcastError)
    expect(await client.getTransaction(transaction)).toMatchObject({ status: 'pending' })
    expect(await mined(transaction)).toMatchObject({ status: 'success', nonce })
  })

  test.for([
    ['was reset before it arrived', { type: 'reset' }],
    ['met a broken node', { type: 'status', status: 500 }],
    ['was not answered in time', { type: 'delay', ms: 2_000 }],
  ] as const)('settles a request that %s', async ([, wanted]) => {
    const impatient = createContractClient({ apiUrl: chain.url, network: 'devnet', contract, timeoutMs: 300 })
    const transaction = await prepare('ambiguous')
    await fault({ route: 'POST /v2/transactions', count: 1, fault: wanted })
    await expect(impatient.broadcast(transaction)).rejects.toBeInstanceOf(AmbiguousBroadcastError)
    expect(await mined(transaction)).toMatchObject({ status: 'success', nonce })
  })

  test('waits as long as a busy node asks', async () => {
    const transaction = await prepare('busy')
    await fault({
      route: 'POST /v2/transactions',
      count: 1,
      fault: { type: 'status', status: 429, retryAfter: 3 },
    })
    const failure = await client.broadcast(transaction).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(RateLimitedError)
    expect(failure).toMatchObject({ retryAfterMs: 3_000 })
    expect(await client.getTransaction(transaction)).toBeNull()
    expect(await mined(transaction)).toMatchObject({ status: 'success' })
  })
})

describe('a refusal by the node', () => {
  test('of a nonce that another transaction used names the reason, and that other one is found', async () => {
    const first = await prepare('first')
    const second = await prepare('second')
    await mined(first)
    await expect(client.broadcast(second)).rejects.toBeInstanceOf(BadNonceError)
    expect(await client.getTransactionAtNonce({ principal: signer.address, nonce })).toMatchObject({
      txid: first.txid,
    })
  })

  test('of a second transaction on a nonce lasts until its fee is higher, which replaces the first', async () => {
    const first = await prepare('first', { fee: 1_000n })
    await client.broadcast(first)
    const same = await prepare('same fee', { fee: 1_000n })
    await expect(client.broadcast(same)).rejects.toBeInstanceOf(ConflictingNonceInMempoolError)
    const bumped = await prepare('first', { fee: 1_001n })
    expect(await mined(bumped)).toMatchObject({ status: 'success', nonce, fee: 1_001n })
    expect(await client.getTransaction(first)).toMatchObject({
      status: 'dropped_replace_by_fee',
      replacedBy: bumped.txid,
      block: null,
    })
  })

  test('of a nonce too far ahead', async () => {
    const far = await prepare('far', { nonce: nonce + 26n })
    await expect(client.broadcast(far)).rejects.toBeInstanceOf(TooMuchChainingError)
  })

  test('of a fee below 1 µSTX a byte', async () => {
    await expect(client.broadcast(await prepare('cheap', { fee: 10n }))).rejects.toBeInstanceOf(
      FeeTooLowError,
    )
  })

  test('of a signer who cannot pay', async () => {
    signer = createPrivateKeySigner({ privateKey: '9'.repeat(64), network: 'devnet' })
    const unpaid = await prepare('unpaid', { nonce: 0n })
    await expect(client.broadcast(unpaid)).rejects.toBeInstanceOf(NotEnoughFundsError)
  })

  test('of a contract that is not there', async () => {
    const elsewhere = createContractClient({
      apiUrl: chain.url,
      network: 'devnet',
      contract: `${staff}.medvault`,
    })
    const lost = await elsewhere.prepare({ call: createRecord('lost'), signer, nonce })
    await expect(elsewhere.broadcast(lost)).rejects.toBeInstanceOf(NoSuchContractError)
  })
})

test('a gap in the nonces is told as missing until it is filled', async () => {
  await client.broadcast(await prepare('third', { nonce: nonce + 2n }))
  expect(await client.getNonces({ principal: signer.address })).toMatchObject({
    pendingNonces: [nonce + 2n],
    missingNonces: [nonce, nonce + 1n],
  })
  await client.broadcast(await prepare('first', { nonce }))
  await client.broadcast(await prepare('second', { nonce: nonce + 1n }))
  chain.mine()
  expect(await client.getNonces({ principal: signer.address })).toEqual({
    nextNonce: nonce + 3n,
    lastConfirmedNonce: nonce + 2n,
    pendingNonces: [],
    missingNonces: [],
  })
})
