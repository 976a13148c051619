import {
  AmbiguousBroadcastError,
  BadNonceError,
  ConflictingNonceInMempoolError,
  createContractClient,
  createPrivateKeySigner,
  FeeTooLowError,
  NoSuchContractError,
  NotEnoughFundsError,
  RateLimitedError,
  TooMuchChainingError,
} from '@medikey/contract-client'
import { describe, expect, test } from 'vitest'
import { useContract } from '../harness/useContract.ts'

const room = await useContract()
const { chain, client, contract, signerOf, fault, prepare, mined } = room

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
    const { nonce } = room
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
    const { nonce } = room
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
    const { signer, nonce } = room
    const first = await prepare('first')
    const second = await prepare('second')
    await mined(first)
    await expect(client.broadcast(second)).rejects.toBeInstanceOf(BadNonceError)
    expect(await client.getTransactionAtNonce({ principal: signer.address, nonce })).toMatchObject({
      txid: first.txid,
    })
  })

  test('of a second transaction on a nonce lasts until its fee is higher, which replaces the first', async () => {
    const { nonce } = room
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
    const { nonce } = room
    const far = await prepare('far', { nonce: nonce + 27n })
    await expect(client.broadcast(far)).rejects.toBeInstanceOf(TooMuchChainingError)
  })

  test('of a fee below 1 µSTX a byte', async () => {
    await expect(client.broadcast(await prepare('cheap', { fee: 10n }))).rejects.toBeInstanceOf(
      FeeTooLowError,
    )
  })

  test('of a signer who cannot pay', async () => {
    const poor = createPrivateKeySigner({ privateKey: '9'.repeat(64), network: 'devnet' })
    const unpaid = await prepare('unpaid', { signer: poor, nonce: 0n })
    await expect(client.broadcast(unpaid)).rejects.toBeInstanceOf(NotEnoughFundsError)
  })

  test('of a contract that is not there', async () => {
    const { signer, nonce } = room
    const elsewhere = createContractClient({
      apiUrl: chain.url,
      network: 'devnet',
      contract: `${signerOf('wallet_8').address}.medvault`,
    })
    const call = { functionName: 'createMedicalRecord', recordCategory: 'lost', dataVolume: 100n } as const
    const lost = await elsewhere.prepare({ call, signer, nonce })
    await expect(elsewhere.broadcast(lost)).rejects.toBeInstanceOf(NoSuchContractError)
  })
})

test('a gap in the nonces is told as missing until it is filled', async () => {
  const { signer, nonce } = room
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
