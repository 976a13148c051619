import { RateLimitedError } from '@medikey/contract-client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRecordedLogger } from '../../testing/createRecordedLogger.ts'
import { createLoop } from './createLoop.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('runs at once and again after each pause', async () => {
  let rounds = 0
  const loop = createLoop({
    name: 'test',
    intervalMs: 1_000,
    run: async () => {
      rounds += 1
    },
    logger: createRecordedLogger().logger,
  })
  expect(rounds).toBe(1)
  await vi.advanceTimersByTimeAsync(999)
  expect(rounds).toBe(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(rounds).toBe(2)
  await loop.stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(rounds).toBe(2)
})

test('never overlaps: a wake during a round makes one more round after it', async () => {
  const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let rounds = 0
  const loop = createLoop({
    name: 'test',
    intervalMs: 60_000,
    run: async () => {
      rounds += 1
      await gates[rounds - 1]?.promise
    },
    logger: createRecordedLogger().logger,
  })
  loop.wake()
  loop.wake()
  await vi.advanceTimersByTimeAsync(0)
  expect(rounds).toBe(1)
  gates[0]?.resolve()
  await vi.advanceTimersByTimeAsync(0)
  expect(rounds).toBe(2)
  gates[1]?.resolve()
  await vi.advanceTimersByTimeAsync(59_000)
  expect(rounds).toBe(2)
  await loop.stop()
})

test('a wake between rounds does not wait for the pause', async () => {
  let rounds = 0
  const loop = createLoop({
    name: 'test',
    intervalMs: 60_000,
    run: async () => {
      rounds += 1
    },
    logger: createRecordedLogger().logger,
  })
  await vi.advanceTimersByTimeAsync(0)
  loop.wake()
  expect(rounds).toBe(2)
  await loop.stop()
  loop.wake()
  expect(rounds).toBe(2)
})

test('an outage is logged when it begins and when it ends, and tried less and less often', async () => {
  const { logger, lines } = createRecordedLogger()
  let isDown = true
  let rounds = 0
  const loop = createLoop({
    name: 'follower',
    intervalMs: 1_000,
    longestPauseMs: 8_000,
    run: async () => {
      rounds += 1
      if (isDown) throw new Error('the node is away')
    },
    logger,
  })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(rounds).toBeGreaterThan(6)
  expect(rounds).toBeLessThan(25)
  expect(lines).toMatchObject([{ level: 'error', loop: 'follower', msg: 'Loop failed and is tried again' }])

  isDown = false
  await vi.advanceTimersByTimeAsync(8_000)
  expect(lines.slice(1)).toMatchObject([{ level: 'info', loop: 'follower', msg: 'Loop recovered' }])
  await loop.stop()
})

test('a rate limit is waited for as long as it asks', async () => {
  let rounds = 0
  const loop = createLoop({
    name: 'follower',
    intervalMs: 1_000,
    run: async () => {
      rounds += 1
      if (rounds === 1) throw new RateLimitedError({ route: 'GET /extended', retryAfterMs: 120_000 })
    },
    logger: createRecordedLogger().logger,
  })
  await vi.advanceTimersByTimeAsync(119_999)
  expect(rounds).toBe(1)
  await vi.advanceTimersByTimeAsync(15_000)
  expect(rounds).toBeGreaterThan(1)
  await loop.stop()
})

test('stopping waits for the running round', async () => {
  const gate = Promise.withResolvers<void>()
  const loop = createLoop({
    name: 'test',
    intervalMs: 1_000,
    run: () => gate.promise,
    logger: createRecordedLogger().logger,
  })
  let isStopped = false
  const stopping = loop.stop().then(() => {
    isStopped = true
  })
  await vi.advanceTimersByTimeAsync(5_000)
  expect(isStopped).toBe(false)
  gate.resolve()
  await stopping
})
