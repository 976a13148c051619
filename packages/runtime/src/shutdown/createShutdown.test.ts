import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createTestLogger } from '../../testing/createTestLogger.ts'
import { startChild } from '../../testing/startChild.ts'
import { createShutdown } from './createShutdown.ts'

const never = () => new Promise<void>(() => {})

describe('stopping', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
  afterEach(() => void vi.useRealTimers())

  const setUp = () => {
    const exits: number[] = []
    const { logger, lines } = createTestLogger()
    const shutdown = createShutdown({
      logger,
      timeoutMs: 10_000,
      signals: [],
      exit: (code) => void exits.push(code),
    })
    return { exits, lines, shutdown }
  }

  test('goes from the last part to the first, one after another, and exits with 0', async () => {
    const { exits, shutdown } = setUp()
    const order: string[] = []
    for (const name of ['store', 'queue', 'bot'])
      shutdown.add({
        name,
        stop: async () => {
          order.push(`${name} begins`)
          await Promise.resolve()
          order.push(`${name} ends`)
        },
      })
    await shutdown.stop({ reason: 'test' })
    expect(order).toEqual([
      'bot begins',
      'bot ends',
      'queue begins',
      'queue ends',
      'store begins',
      'store ends',
    ])
    expect(exits).toEqual([0])
  })

  test('tells everybody at its beginning that no new work is taken', async () => {
    const { shutdown } = setUp()
    const seen: boolean[] = []
    shutdown.add({ name: 'worker', stop: () => void seen.push(shutdown.stopping.aborted) })
    expect(shutdown.stopping.aborted).toBe(false)
    await shutdown.stop({ reason: 'test' })
    expect(seen).toEqual([true])
  })

  test('goes on after a part that fails, names it, and exits with 1', async () => {
    const { exits, lines, shutdown } = setUp()
    const stopStore = vi.fn()
    shutdown.add({ name: 'store', stop: stopStore })
    shutdown.add({
      name: 'bot',
      stop: () => {
        throw new Error('socket gone')
      },
    })
    await shutdown.stop({ reason: 'test' })
    expect(stopStore).toHaveBeenCalledOnce()
    expect(exits).toEqual([1])
    expect(lines).toContainEqual(expect.objectContaining({ part: 'bot', msg: 'Part failed to stop' }))
  })

  test('leaves a part that hangs behind in time to stop those below it', async () => {
    const { exits, lines, shutdown } = setUp()
    const stopStore = vi.fn()
    shutdown.add({ name: 'store', stop: stopStore })
    shutdown.add({ name: 'queue', stop: never })
    shutdown.add({ name: 'bot', stop: never })
    const stopped = shutdown.stop({ reason: 'test' })
    await vi.advanceTimersByTimeAsync(7_200)
    await stopped
    expect(stopStore).toHaveBeenCalledOnce()
    expect(exits).toEqual([1])
    expect(lines.filter((line) => line.msg === 'Part did not stop in time').map((line) => line.part)).toEqual(
      ['bot', 'queue'],
    )
  })

  test('is over within the time even where every part hangs', async () => {
    const { exits, shutdown } = setUp()
    for (const name of ['a', 'b', 'c', 'd']) shutdown.add({ name, stop: never })
    const stopped = shutdown.stop({ reason: 'test' })
    await vi.advanceTimersByTimeAsync(10_000)
    await stopped
    expect(exits).toEqual([1])
  })

  test('is not cut short by the echo of its own signal, but by a second one', async () => {
    const exits: number[] = []
    const { logger } = createTestLogger()
    const signals = ['SIGUSR2'] as const
    const shutdown = createShutdown({ logger, signals, exit: (code) => void exits.push(code) })
    shutdown.add({ name: 'store', stop: never })
    process.emit('SIGUSR2', 'SIGUSR2')
    await vi.advanceTimersByTimeAsync(5)
    process.emit('SIGUSR2', 'SIGUSR2')
    expect(exits).toEqual([])
    await vi.advanceTimersByTimeAsync(200)
    process.emit('SIGUSR2', 'SIGUSR2')
    expect(exits).toEqual([1])
    shutdown.dispose()
    expect(process.listenerCount('SIGUSR2')).toBe(0)
  })

  test('happens once, however often it is asked for', async () => {
    const { exits, shutdown } = setUp()
    const stop = vi.fn()
    shutdown.add({ name: 'store', stop })
    await Promise.all([shutdown.stop({ reason: 'a', exitCode: 3 }), shutdown.stop({ reason: 'b' })])
    expect(stop).toHaveBeenCalledOnce()
    expect(exits).toEqual([3])
  })
})

describe('a real process', () => {
  // An hour to stop in: what ends sooner was ended by the signal.
  const script = (stop: string) => `
    const logger = runtime.createLogger({ level: 'silent', name: 'child' })
    const shutdown = runtime.createShutdown({ logger, timeoutMs: 3_600_000 })
    shutdown.add({ name: 'part', stop: async () => { console.log('stopping'); ${stop} } })
    setInterval(() => {}, 1000)
    console.log('up')`

  test.each(['SIGTERM', 'SIGINT'] as const)('stops its parts on %s and exits with 0', async (signal) => {
    const child = startChild(script(''))
    expect(await child.line()).toBe('up')
    child.kill(signal)
    expect(await child.line()).toBe('stopping')
    expect(await child.exited).toEqual({ code: 0, signal: null })
  })

  test('exits at once on a second signal', async () => {
    const child = startChild(script('await new Promise(() => {})'))
    expect(await child.line()).toBe('up')
    child.kill('SIGTERM')
    expect(await child.line()).toBe('stopping')
    child.kill('SIGINT')
    expect(await child.exited).toEqual({ code: 1, signal: null })
  })
})
