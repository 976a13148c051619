import { createFakeClock } from '@medikey/core/testing'
import { expect, test } from 'vitest'
import { createRecordedLogger } from '../../testing/createRecordedLogger.ts'
import { createKeyedRunner } from './createKeyedRunner.ts'

function setup(run: (key: string) => Promise<void>, concurrency = 2) {
  const clock = createFakeClock()
  const { logger, lines } = createRecordedLogger()
  const runner = createKeyedRunner<string>({
    name: 'test',
    concurrency,
    clock,
    logger,
    toKey: (key) => key,
    toFields: (key) => ({ key }),
    run,
  })
  return { clock, lines, runner }
}

test('one key is never worked on twice at once: what starts meanwhile is done once afterwards', async () => {
  const gate = Promise.withResolvers<void>()
  let atOnce = 0
  let most = 0
  let runs = 0
  const { runner } = setup(async () => {
    runs += 1
    atOnce += 1
    most = Math.max(most, atOnce)
    await gate.promise
    atOnce -= 1
  })
  const started = [runner.start('a')]
  await expect.poll(() => runs).toBe(1)
  started.push(runner.start('a'), runner.start('a'))
  gate.resolve()
  await Promise.all(started)
  expect({ runs, most }).toEqual({ runs: 2, most: 1 })
})

test('works on as many keys at once as it has hands', async () => {
  const gate = Promise.withResolvers<void>()
  const begun: string[] = []
  const { runner } = setup(async (key) => {
    begun.push(key)
    await gate.promise
  })
  for (const key of ['a', 'b', 'c']) void runner.start(key)
  await expect.poll(() => begun).toEqual(['a', 'b'])
  expect(runner.countHeld()).toBe(3)
  gate.resolve()
  await runner.idle()
  expect(begun).toEqual(['a', 'b', 'c'])
  expect(runner.countHeld()).toBe(0)
})

test('a failure is logged once, pauses only its own key, and its end is logged', async () => {
  let isBroken = true
  const runs: string[] = []
  const { runner, clock, lines } = setup(async (key) => {
    runs.push(key)
    if (isBroken && key === 'a') throw new Error('no')
  })
  await runner.start('a')
  await runner.start('a')
  await runner.start('b')
  expect(runs).toEqual(['a', 'b'])
  expect(runner.isHeld('a')).toBe(true)
  expect(runner.isHeld('b')).toBe(false)

  clock.advance(1_001)
  await runner.start('a')
  clock.advance(1_001)
  expect(runner.isHeld('a')).toBe(true)
  clock.advance(1_000)
  isBroken = false
  await runner.start('a')
  expect(runs).toEqual(['a', 'b', 'a', 'a'])
  expect(lines).toMatchObject([
    { level: 'error', key: 'a', err: { message: 'no' } },
    { level: 'info', key: 'a', failures: 2 },
  ])
})

test('stopping releases who waits, and begins nothing more', async () => {
  const gate = Promise.withResolvers<void>()
  const begun: string[] = []
  const { runner } = setup(async (key) => {
    begun.push(key)
    await gate.promise
  }, 1)
  const waiting = [runner.start('a'), runner.start('b')]
  await expect.poll(() => begun).toEqual(['a'])
  runner.stop()
  await Promise.all(waiting)
  gate.resolve()
  await runner.idle()
  await runner.start('c')
  expect(begun).toEqual(['a'])
})
