import { connectWebSocketClient, type StacksApiWebSocketClient } from '@stacks/blockchain-api-client'
import {
  broadcastTransaction,
  Cl,
  deserializeTransaction,
  makeContractCall,
  makeContractDeploy,
} from '@stacks/transactions'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestChain } from '../../testing/startTestChain.ts'

const { chain, network, account, contractId, signCall, signTransfer, post } = await startTestChain()
const sender = account('wallet_1').address
const recipient = account('wallet_2').address
let client: StacksApiWebSocketClient
let nonce = -1

beforeAll(async () => {
  client = await connectWebSocketClient(chain.url)
})
beforeEach(() => {
  nonce += 1
})
afterAll(() => chain.close())

/** Keeps what arrives, in order. */
function collect<T>(): { seen: T[]; update: (event: T) => void; next: () => Promise<T> } {
  const seen: T[] = []
  let arrived = () => {}
  let read = 0
  return {
    seen,
    update: (event) => {
      seen.push(event)
      arrived()
    },
    next: async () => {
      if (seen.length <= read) await new Promise<void>((resolve) => (arrived = resolve))
      return seen[read++] as T
    },
  }
}

/** After an answer to a request, everything that was sent before it has arrived. */
async function settle(connection = client): Promise<void> {
  await (await connection.subscribeMicroblocks(() => undefined)).unsubscribe()
}

async function postCall(amount: number, fee = 1000): Promise<string> {
  const { body } = await post(await signCall({ functionName: 'add', args: [Cl.uint(amount)], nonce, fee }))
  return `0x${body}`
}

test('a transaction is told pending and then as it ended, to whoever named it before', async () => {
  for (const [amount, tx_status, repr] of [
    [1, 'success', '(ok u1)'],
    [101, 'abort_by_response', '(err u100)'],
  ] as const) {
    const tx = await signCall({ functionName: 'add', args: [Cl.uint(amount)], nonce })
    const txid = deserializeTransaction(tx).txid()
    const updates = collect<{ tx_status: string }>()
    const { unsubscribe } = await client.subscribeTxUpdates(txid, updates.update)
    await post(tx)
    await post(tx)
    chain.mine()
    expect(await updates.next()).toMatchObject({
      tx_id: `0x${txid}`,
      tx_status: 'pending',
      receipt_time: expect.any(Number),
    })
    expect(await updates.next()).toMatchObject({
      tx_id: `0x${txid}`,
      tx_status,
      tx_type: 'contract_call',
      tx_result: { repr },
      block_height: chain.getTip().height,
    })
    await unsubscribe()
    expect(updates.seen).toHaveLength(2)
    nonce += 1
  }
  nonce -= 1
})

test('a replaced transaction is told dropped, the one in its place pending, then mined', async () => {
  const mempool = collect<{ tx_id: string; tx_status: string }>()
  const { unsubscribe } = await client.subscribeMempool(mempool.update as never)
  const first = await postCall(1)
  const replaced = collect<{ tx_status: string; replaced_by_tx_id: string }>()
  await client.subscribeTxUpdates(first, replaced.update as never)
  const second = await postCall(1, 2000)
  const winner = collect<{ tx_status: string }>()
  await client.subscribeTxUpdates(second, winner.update)

  expect(await replaced.next()).toMatchObject({
    tx_status: 'dropped_replace_by_fee',
    replaced_by_tx_id: second,
  })
  chain.mine()
  expect(await winner.next()).toMatchObject({ tx_status: 'success', tx_result: { repr: '(ok u2)' } })
  expect(mempool.seen.map(({ tx_id, tx_status }) => [tx_id, tx_status])).toEqual([
    [first, 'pending'],
    [first, 'dropped_replace_by_fee'],
    [second, 'pending'],
  ])
  await unsubscribe()
})

test('both sides of a transfer are told of it and of their balances', async () => {
  const moves = collect<object>()
  const spent = collect<{ balance: string; total_sent: string; total_received: string }>()
  const received = collect<{ balance: string }>()
  const [before] = await Promise.all([readBalance(recipient), readBalance(sender)])
  await client.subscribeAddressTransactions(recipient, moves.update)
  await client.subscribeAddressBalanceUpdates(sender, spent.update as never)
  await client.subscribeAddressBalanceUpdates(recipient, received.update)
  await post(await signTransfer({ amount: 42n, to: recipient, nonce, fee: 500 }))
  chain.mine()

  expect(await moves.next()).toMatchObject({
    address: recipient,
    tx_status: 'success',
    tx_type: 'token_transfer',
    stx_sent: '0',
    stx_received: '42',
    stx_transfers: [{ amount: '42', sender, recipient }],
    tx: { sender_address: sender, block_height: chain.getTip().height },
  })
  expect(await received.next()).toMatchObject({ address: recipient, balance: String(before + 42n) })
  const account = await spent.next()
  expect(account).toMatchObject({
    address: sender,
    balance: String(await readBalance(sender)),
    total_sent: '42',
    locked: '0',
  })
  const { balance, total_sent, total_received, total_fees_sent } = account as Record<string, string>
  expect(BigInt(total_received ?? '') - BigInt(total_sent ?? '') - BigInt(total_fees_sent ?? '')).toBe(
    BigInt(balance ?? ''),
  )

  async function readBalance(address: string): Promise<bigint> {
    const response = await fetch(`${chain.url}/v2/accounts/${address}?proof=0`)
    return BigInt(((await response.json()) as { balance: string }).balance)
  }
})

test('blocks are told in their order, empty ones too, and no more after the subscription ends', async () => {
  const blocks = collect<{ height: number; hash: string; txs: string[]; tenure_height: number }>()
  const { unsubscribe } = await client.subscribeBlocks(blocks.update)
  const txid = await postCall(1)
  const [mined] = chain.mine()
  const [tenure] = chain.advanceTenures()
  expect(await blocks.next()).toMatchObject({
    canonical: true,
    height: mined?.height,
    hash: mined?.hash,
    index_block_hash: mined?.indexHash,
    txs: [txid],
    microblocks_accepted: [],
  })
  expect(await blocks.next()).toMatchObject({
    height: tenure?.height,
    txs: [],
    tenure_height: tenure?.tenureHeight,
  })
  await unsubscribe()
  chain.mine()
  await settle()
  expect(blocks.seen).toHaveLength(2)
})

test('what a post-condition undid is told with the balance that stands after it', async () => {
  const balances = collect<{ balance: string }>()
  const { unsubscribe } = await client.subscribeAddressBalanceUpdates(recipient, balances.update)
  const { balance: before } = (await (await fetch(`${chain.url}/v2/accounts/${recipient}`)).json()) as {
    balance: string
  }
  const [contractAddress = '', contractName = ''] = contractId.split('.')
  const transaction = await makeContractCall({
    contractAddress,
    contractName,
    functionName: 'pay',
    functionArgs: [Cl.uint(7), Cl.principal(recipient)],
    senderKey: account('wallet_1').privateKey,
    postConditionMode: 'deny',
    network,
    nonce,
    fee: 1000,
  })
  const statuses = collect<{ tx_status: string }>()
  await client.subscribeTxUpdates(transaction.txid(), statuses.update)
  await broadcastTransaction({ transaction, network })
  chain.mine()
  expect((await statuses.next()).tx_status).toBe('pending')
  expect((await statuses.next()).tx_status).toBe('abort_by_post_condition')
  // It moved nothing, so the recipient has nothing to hear.
  await settle()
  expect(balances.seen).toEqual([])
  const { balance: after } = (await (await fetch(`${chain.url}/v2/accounts/${recipient}`)).json()) as {
    balance: string
  }
  expect(after).toBe(before)
  await unsubscribe()
})

describe('a token that exists once', () => {
  test('is told of by its events, its collection and itself', async () => {
    const owner = account('wallet_3')
    const codeBody = `(define-non-fungible-token badge uint)
      (define-public (hand-out (number uint)) (nft-mint? badge number tx-sender))`
    const transaction = await makeContractDeploy({
      contractName: 'badges',
      codeBody,
      senderKey: owner.privateKey,
      network,
      nonce: 0,
      fee: 1000,
    })
    await broadcastTransaction({ transaction, network })
    chain.mine()
    const asset = `${owner.address}.badges::badge`
    const [all, ofCollection, ofOne, ofAnother] = [collect(), collect(), collect(), collect()] as const
    await client.subscribeNftEventUpdates(all.update)
    await client.subscribeNftCollectionEventUpdates(asset, ofCollection.update)
    await client.subscribeNftAssetEventUpdates(asset, `0x${Cl.serialize(Cl.uint(7))}`, ofOne.update)
    await client.subscribeNftAssetEventUpdates(asset, `0x${Cl.serialize(Cl.uint(8))}`, ofAnother.update)
    const call = await makeContractCall({
      contractAddress: owner.address,
      contractName: 'badges',
      functionName: 'hand-out',
      functionArgs: [Cl.uint(7)],
      senderKey: owner.privateKey,
      postConditionMode: 'allow',
      network,
      nonce: 1,
      fee: 1000,
    })
    await broadcastTransaction({ transaction: call, network })
    chain.mine()
    const event = {
      asset_identifier: asset,
      asset_event_type: 'mint',
      recipient: owner.address,
      value: { hex: `0x${Cl.serialize(Cl.uint(7))}`, repr: 'u7' },
      tx_id: `0x${call.txid()}`,
      tx_index: 0,
      event_index: 0,
      block_height: chain.getTip().height,
    }
    expect(await all.next()).toEqual(event)
    expect(await ofOne.next()).toEqual(event)
    expect(await ofCollection.next()).toEqual(event)
    await settle()
    expect(ofAnother.seen).toEqual([])
  })
})

test('two clients hear the same, and one goes on when the other leaves', async () => {
  const other = await connectWebSocketClient(chain.url)
  const [mine, theirs] = [collect<{ height: number }>(), collect<{ height: number }>()]
  await client.subscribeBlocks(mine.update)
  await other.subscribeBlocks(theirs.update)
  const [block] = chain.mine()
  expect((await mine.next()).height).toBe(block?.height)
  expect((await theirs.next()).height).toBe(block?.height)
  other.webSocket.close()
  const [next] = chain.mine()
  expect((await mine.next()).height).toBe(next?.height)
})
