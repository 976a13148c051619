import { lookOnce } from '@medikey/core'
import { createClinic } from '@medikey/core/testing'
import { BaseError } from '@medikey/errors'
import { expect, test } from 'vitest'
import { createRecordedLogger } from '../../testing/createRecordedLogger.ts'
import { createReportedRun } from './createReportedRun.ts'

function setup() {
  const { deps, clock } = createClinic()
  let failure: Error | null = null
  let result: 'incomplete' | undefined
  let notes = 0
  const { transaction } = deps.store
  deps.store.transaction = (work) => {
    notes += 1
    return transaction(work)
  }
  const start = () =>
    createReportedRun(deps, {
      name: 'follower',
      run: async () => {
        if (failure !== null) throw failure
        return result
      },
      logger: createRecordedLogger().logger,
    })
  const reported = start()
  const fail = (error: Error | null) => {
    failure = error
  }
  return {
    clock,
    reported,
    interrupt: () => {
      result = 'incomplete'
    },
    start,
    fail,
    notes: () => notes,
    state: () => deps.store.getMonitorState('follower'),
    /** The jobs that `job-overdue` tells of: the second of two looks judges as of the first. */
    async overdue() {
      await lookOnce(deps, { monitor: 'heartbeat' })
      const { report } = await lookOnce(deps, { monitor: 'heartbeat' })
      return report.holds.map(({ subject }) => subject)
    },
  }
}

test('a loop reports that it completes, at most every ten seconds', async () => {
  const { clock, reported, notes, state } = setup()
  const begun = clock.now()
  for (let round = 0; round < 100; round += 1) {
    await reported.run()
    clock.advance(150)
  }
  expect(notes()).toBe(2)
  expect((await state())?.completedAt?.getTime()).toBe(begun.getTime() + 10_050)
  expect((await state())?.dueBy?.getTime()).toBe(begun.getTime() + 130_050)
})

test('a round that was not complete is not overdue, and has not completed', async () => {
  const { clock, reported, interrupt, state, overdue } = setup()
  await reported.run()
  const completedAt = clock.now()
  interrupt()
  for (let minute = 0; minute < 5; minute += 1) {
    clock.advance(60_000)
    await reported.run()
  }
  expect(await state()).toMatchObject({ completedAt, failure: null })
  expect(await overdue()).toEqual([])
  await reported.end()
  expect(await state()).toMatchObject({ completedAt, dueBy: null })
})

test('a round that fails is reported at once and still fails, and one that works again as well', async () => {
  const { reported, fail, state } = setup()
  await reported.run()
  fail(new BaseError({ code: 'NODE_UNREACHABLE', shortMessage: 'No answer.' }))
  await expect(reported.run()).rejects.toThrow('No answer.')
  expect(await state()).toMatchObject({ failure: 'NODE_UNREACHABLE' })
  fail(null)
  await reported.run()
  expect(await state()).toMatchObject({ failure: null })
})

test('a loop that never completes is overdue two minutes after it began', async () => {
  const { clock, reported, overdue } = setup()
  await reported.begin()
  clock.advance(119_999)
  expect(await overdue()).toEqual([])
  clock.advance(1)
  expect(await overdue()).toEqual(['follower'])
})

test('a loop that fails each time is overdue, however often its process is stopped and started', async () => {
  const { clock, start, fail, overdue } = setup()
  fail(new Error('no such table'))
  for (let life = 0; life < 4; life += 1) {
    const reported = start()
    await reported.begin()
    await expect(reported.run()).rejects.toThrow('no such table')
    clock.advance(30_000)
    await reported.end()
  }
  expect(await overdue()).toEqual(['follower'])
})

test('a loop is waited for no longer than it may take, whatever was noted before', async () => {
  const { clock, reported, start, overdue } = setup()
  clock.advance(3_600_000)
  await reported.run()
  clock.advance(-3_600_000)
  await start().begin()
  clock.advance(120_000)
  expect(await overdue()).toEqual(['follower'])
})

test('nobody waits for a loop that was stopped', async () => {
  const { reported, state } = setup()
  await reported.run()
  await reported.end()
  expect(await state()).toMatchObject({ dueBy: null })
})
