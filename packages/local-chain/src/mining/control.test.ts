import { Cl } from '@stacks/transactions'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { controlChain } from '../../testing/controlChain.ts'
import { startTestChain, type TestChain } from '../../testing/startTestChain.ts'
import type { LocalChainOptions } from '../LocalChainOptions.ts'

let running: TestChain | undefined
afterEach(async () => running?.chain.close())

/** A chain whose timers the test turns. */
async function start(options: Partial<LocalChainOptions> = {}): Promise<TestChain> {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  running = await startTestChain(options)
  return running
}

async function add({ post, signCall }: TestChain, nonce: number): Promise<string> {
  const { body } = await post(await signCall({ functionName: 'add', args: [Cl.uint(1)], nonce }))
  return body as string
}

const statusOf = async ({ get }: TestChain, txid: string) =>
  ((await get(`/extended/v3/transactions/${txid}`)).body as { status: string }).status

describe('the mining', () => {
  test('changes at run time from by hand to an interval and on to at once', async () => {
    const test = await start()
    const { chain } = test
    const first = await add(test, 0)
    vi.advanceTimersByTime(60_000)
    expect(await statusOf(test, first)).toBe('pending')

    const interval = { mode: 'interval', blockTimeMs: 500 }
    expect((await controlChain(chain, 'POST', '/local/mining', interval)).body).toEqual({
      mode: 'interval',
      blockTimeMs: 500,
      tenureTimeMs: 8000,
      tenureBlocks: null,
      paused: false,
    })
    const { tenureHeight } = chain.getTip()
    vi.advanceTimersByTime(499)
    expect(await statusOf(test, first)).toBe('pending')
    vi.advanceTimersByTime(1)
    expect(await statusOf(test, first)).toBe('success')
    vi.advanceTimersByTime(7500)
    expect(chain.getTip().tenureHeight).toBe(tenureHeight + 1)

    const second = await add(test, 1)
    expect(chain.setMining({ mode: 'immediate' })).toMatchObject({ mode: 'immediate', tenureTimeMs: null })
    expect(await statusOf(test, second)).toBe('success')
    expect(await statusOf(test, await add(test, 2))).toBe('success')
    vi.advanceTimersByTime(60_000)
    expect(chain.getTip().tenureHeight).toBe(tenureHeight + 1)
    expect(chain.setMining({ tenureTimeMs: 1000 })).toEqual(chain.getMining())
    vi.advanceTimersByTime(2000)
    expect(chain.getTip().tenureHeight).toBe(tenureHeight + 3)
  })

  test.each([
    { mode: 'interval', blockTimeMs: 20, tenureTimeMs: 40 },
    { mode: 'immediate', tenureTimeMs: 40 },
  ] as const)('pauses and resumes: %j', async (mining) => {
    const test = await start()
    const { chain } = test
    chain.setMining(mining)
    expect((await controlChain(chain, 'POST', '/local/pause')).body).toMatchObject({ paused: true })
    const { height } = chain.getTip()
    const waiting = await add(test, 0)
    vi.advanceTimersByTime(10_000)
    expect([await statusOf(test, waiting), chain.getTip().height]).toEqual(['pending', height])

    // By hand it mines and begins tenures all the same.
    await controlChain(chain, 'POST', '/local/mine')
    await controlChain(chain, 'POST', '/local/tenures')
    expect(chain.getTip().height).toBe(height + 2)
    const next = await add(test, 1)
    expect((await controlChain(chain, 'POST', '/local/resume')).body).toMatchObject({ paused: false })
    vi.advanceTimersByTime(40)
    expect(await statusOf(test, next)).toBe('success')
    expect(chain.getTip().height).toBe(height + 4)
  })

  test.each([{ mode: 'never' }, { blockTimeMs: 0 }, { tenureTimeMs: '1' }, { mining: 'manual' }])(
    'does not change to %j',
    async (body) => {
      const { chain } = await start()
      const before = await controlChain(chain, 'GET', '/local/mining')
      expect((await controlChain(chain, 'POST', '/local/mining', body)).status).toBe(400)
      expect(() => chain.setMining(body as never)).toThrow('options are wrong')
      expect(await controlChain(chain, 'GET', '/local/mining')).toEqual(before)
    },
  )
})

test('the status tells where the chain stands and what was made of it', async () => {
  const test = await start()
  const { chain } = test
  await add(test, 0)
  await chain.reorg({ blocks: 1 })
  chain.pause()
  await controlChain(chain, 'POST', '/local/faults', { route: 'GET /v2/info', fault: { type: 'reset' } })
  await controlChain(chain, 'POST', '/local/time', { at: '2031-02-03T03:00:00Z', frozen: true })
  const { height, hash, tenureHeight } = chain.getTip()
  expect((await controlChain(chain, 'GET', '/local/status')).body).toEqual({
    tip: expect.objectContaining({ height, hash, tenureHeight, burnHeight: 1 }),
    reorgs: 1,
    // The call, and the project's deployment.
    mempool: 2,
    mining: { mode: 'manual', blockTimeMs: 1000, tenureTimeMs: null, tenureBlocks: null, paused: true },
    clock: { now: 1_927_854_000, offset: expect.any(Number), frozen: true },
    faults: 1,
  })
})

test('a transaction that waited longer than 256 tenures is dropped when one begins', async () => {
  const test = await start()
  const gap = await add(test, 1)
  test.chain.advanceTenures({ count: 256 })
  const later = await add(test, 2)
  expect(await statusOf(test, gap)).toBe('pending')
  test.chain.advanceTenures()
  expect(await statusOf(test, gap)).toBe('dropped_stale_garbage_collect')
  expect(await statusOf(test, later)).toBe('pending')
  // Whoever sends it again may.
  expect(await add(test, 1)).toBe(gap)
  expect(await statusOf(test, gap)).toBe('pending')
})
