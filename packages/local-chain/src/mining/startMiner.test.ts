import { Cl, cvToValue, deserializeCV } from '@stacks/transactions'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { startTestChain, type TestChain } from '../../testing/startTestChain.ts'
import type { LocalChainOptions } from '../LocalChainOptions.ts'

let running: TestChain | undefined
afterEach(async () => running?.chain.close())

async function start(options: Partial<LocalChainOptions> = {}): Promise<TestChain> {
  running = await startTestChain(options)
  return running
}

type Told = { height: bigint; tenure: bigint; burn: bigint; time: bigint }

/** What the contract saw, in its prints, oldest first. */
async function getTold({ get, contractId }: TestChain): Promise<{ txid: string; told: Told }[]> {
  const { body } = await get(`/extended/v2/smart-contracts/${contractId}/logs?limit=100`)
  const { results } = body as { results: { tx_id: string; contract_log: { value: { hex: string } } }[] }
  return results.reverse().map(({ tx_id, contract_log }) => {
    const entries = Object.entries(
      cvToValue(deserializeCV(contract_log.value.hex)) as Record<string, { value: string }>,
    )
    const numbers = entries
      .filter(([name]) => name !== 'event')
      .map(([name, { value }]) => [name, BigInt(value)])
    return { txid: tx_id, told: Object.fromEntries(numbers) as Told }
  })
}

describe('blocks', () => {
  test('have the heights, tenures and burn heights that the contract sees, whatever happened in between', async () => {
    const test = await start()
    const { chain, post, get, signCall } = test
    let nonce = 0
    const send = async (functionName: string, ...args: Parameters<typeof Cl.uint>[0][]) => {
      expect(
        await post(await signCall({ functionName, args: args.map((arg) => Cl.uint(arg)), nonce })),
      ).toMatchObject({ status: 200 })
      nonce += 1
    }
    await send('add', 1)
    await send('add-and-refuse')
    await send('add', 1)
    await send('divide', 0)
    await send('add', 1)
    await send('add', 101)
    await send('add', 1)
    chain.mine()
    chain.mine({ blocks: 3 })
    chain.advanceTenures({ count: 3 })
    await send('add', 1)
    chain.mine({ blocks: 2 })
    await send('divide', 0)
    await send('add', 1)
    chain.mine()

    const told = await getTold(test)
    expect(told).toHaveLength(6)
    for (const { txid, told: seen } of told) {
      const { body: transaction } = await get(`/extended/v3/transactions/${txid}`)
      const { height } = (transaction as { block: { height: number } }).block
      const { body: block } = await get(`/extended/v2/blocks/${height}`)
      expect(seen).toMatchObject({ height: BigInt(height) })
      expect(block).toMatchObject({
        tenure_height: Number(seen.tenure),
        burn_block_height: Number(seen.burn),
      })
    }
  })

  test('carry one transaction each, follow each other by hash and never go back in time', async () => {
    const { chain, post, get, signCall } = await start()
    for (let nonce = 0; nonce < 5; nonce += 1) {
      await post(await signCall({ functionName: 'add', args: [Cl.uint(1)], nonce }))
    }
    expect(chain.mine()).toHaveLength(5)
    const { body } = await get('/extended/v2/blocks?limit=30')
    const blocks = (body as { results: Record<string, string & number>[] }).results.reverse()
    expect(blocks.map(({ height }) => height)).toEqual([1, 2, 3, 4, 5, 6, 7])
    for (const [i, block] of blocks.entries()) {
      const parent = blocks[i - 1]
      if (parent === undefined) continue
      expect(block.parent_block_hash).toBe(parent.hash)
      expect(block.parent_index_block_hash).toBe(parent.index_block_hash)
      expect(block.block_time).toBeGreaterThanOrEqual(parent.block_time ?? 0)
      expect(block.tx_count).toBe(1)
    }
    expect(new Set(blocks.flatMap(({ hash, index_block_hash }) => [hash, index_block_hash])).size).toBe(14)
  })

  test('are filled by nonce, and among accounts by fee', async () => {
    const { chain, post, get, signCall } = await start()
    const send = async (from: string, nonce: number, fee: number) =>
      (await post(await signCall({ functionName: 'add', args: [Cl.uint(1)], from, nonce, fee })))
        .body as string
    const late = await send('wallet_1', 1, 9000)
    const early = await send('wallet_1', 0, 1000)
    const gap = await send('wallet_2', 1, 9500)
    const middle = await send('wallet_3', 0, 5000)
    const mined = chain.mine().map(({ txid }) => txid)
    expect(mined).toEqual([middle, early, late].map((txid) => `0x${txid}`))
    expect((await get(`/extended/v3/transactions/${gap}`)).body).toMatchObject({ status: 'pending' })
  })
})

describe('an aborted transaction', () => {
  test.each([
    [
      'an error',
      { functionName: 'add-and-refuse' },
      { hex: '0x080100000000000000000000000000000064', repr: '(err u100)' },
      null,
    ],
    [
      'a runtime panic',
      { functionName: 'divide', args: [Cl.uint(0)] },
      { hex: '0x0809', repr: '(err none)' },
      expect.stringContaining('DivisionByZero'),
    ],
  ])('by %s spends nonce and fee and changes nothing else', async (_, call, result, vmError) => {
    const { chain, post, get, signCall, account, contractId } = await start()
    const { body: txid } = await post(await signCall({ ...call, nonce: 0 }))
    chain.mine()
    expect((await get(`/extended/v3/transactions/${txid}?include=result`)).body).toMatchObject({
      status: 'abort_by_response',
      result,
      vm_error: vmError,
      event_count: 0,
    })
    const { address, balance } = account('wallet_1')
    expect((await get(`/v2/accounts/${address}?proof=0`)).body).toMatchObject({
      nonce: 1,
      balance: `0x${(balance - 1000n).toString(16).padStart(32, '0')}`,
    })
    expect((await get(`/v2/data_var/${contractId.replace('.', '/')}/count?proof=0`)).body).toEqual({
      data: '0x0100000000000000000000000000000000',
    })
    expect((await get(`/extended/v2/smart-contracts/${contractId}/logs`)).body).toMatchObject({ total: 0 })
  })

  test('is dropped instead when its account can pay no longer', async () => {
    const { chain, post, get, signTransfer, account } = await start()
    const { balance } = account('wallet_1')
    const to = account('wallet_2').address
    const all = await signTransfer({ amount: balance - 1000n, to, nonce: 0 })
    const more = await signTransfer({ amount: 5n, to, nonce: 1 })
    const { body: first } = await post(all)
    const { body: second } = await post(more)
    expect(chain.mine()).toHaveLength(1)
    expect((await get(`/extended/v3/transactions/${first}`)).body).toMatchObject({ status: 'success' })
    expect((await get(`/extended/v3/transactions/${second}`)).body).toMatchObject({
      status: 'dropped_problematic',
    })
    expect((await get(`/v2/accounts/${account('wallet_1').address}?proof=0`)).body).toMatchObject({
      nonce: 1,
    })
  })
})

describe('mining', () => {
  test('at once has mined a transaction before its answer', async () => {
    const { chain, post, get, signCall } = await start({ mining: 'immediate' })
    const { body: txid } = await post(await signCall({ functionName: 'add', args: [Cl.uint(1)], nonce: 0 }))
    expect(chain.getTip().txid).toBe(`0x${txid}`)
    expect((await get(`/extended/v3/transactions/${txid}`)).body).toMatchObject({ status: 'success' })
  })

  test('at an interval comes by itself, and so do tenures on a quiet chain', async () => {
    const { chain, post, get, signCall } = await start({
      mining: 'interval',
      blockTimeMs: 20,
      tenureTimeMs: 40,
    })
    const { body: txid } = await post(await signCall({ functionName: 'add', args: [Cl.uint(1)], nonce: 0 }))
    await vi.waitFor(async () => {
      expect((await get(`/extended/v3/transactions/${txid}`)).body).toMatchObject({ status: 'success' })
    })
    const { tenureHeight } = chain.getTip()
    await vi.waitFor(() => expect(chain.getTip().tenureHeight).toBeGreaterThanOrEqual(tenureHeight + 2))
  })

  test('begins a tenure after so many blocks', async () => {
    const { chain } = await start({ tenureBlocks: 3 })
    chain.mine({ blocks: 2 })
    expect(chain.getTip().tenureHeight).toBe(1)
    chain.mine({ blocks: 1 })
    expect(chain.getTip()).toMatchObject({ tenureHeight: 2, txid: null })
    chain.mine({ blocks: 3 })
    expect(chain.getTip().tenureHeight).toBe(3)
  })

  test('stops with the chain', async () => {
    const { chain } = await start({ mining: 'interval', blockTimeMs: 10, tenureTimeMs: 10 })
    await vi.waitFor(() => expect(chain.getTip().tenureHeight).toBeGreaterThan(1))
    await chain.close()
    await chain.close()
    await expect(fetch(`${chain.url}/extended`)).rejects.toThrow()
  })
})
