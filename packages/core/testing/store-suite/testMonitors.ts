import { describe, expect, test } from 'vitest'
import type { OpenedStore } from './OpenedStore.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 9, minutes))
const DAY_MINUTES = 24 * 60

export function testMonitors(subject: () => OpenedStore): void {
  const look = (looks: number, height = looks) => ({
    monitor: 'access-volume',
    cursor: { blockHeight: height, txid: `0x${height}`, eventIndex: 1 },
    failedCallCursor: null,
    lookedAt: at(looks),
    settings: '{"enabled":true}',
    looks,
  })
  const put = (...given: Parameters<typeof look>) =>
    subject().store.transaction((unit) => unit.putMonitorState(look(...given)))
  const note = (options: {
    monitor: string
    startedAt?: Date
    completedAt?: Date
    failedAt?: Date
    failure?: string | null
    dueBy?: Date
  }) => subject().store.transaction((unit) => unit.noteRun(options))

  describe('a monitor’s state', () => {
    test('comes back as it was saved, and the next look takes its place', async () => {
      const { store } = subject()
      expect(await store.getMonitorState('access-volume')).toBeNull()
      expect(await put(1)).toBe(true)
      expect(await put(2)).toBe(true)
      expect(await store.getMonitorState('access-volume')).toEqual({
        ...look(2),
        startedAt: null,
        completedAt: null,
        failedAt: null,
        failure: null,
        dueBy: null,
      })
    })

    test('is not taken further from a state that somebody else went on from', async () => {
      const { store } = subject()
      expect(await put(2)).toBe(false)
      expect(await store.getMonitorState('access-volume')).toBeNull()
      await put(1)
      expect(await put(1, 99)).toBe(false)
      expect(await put(3, 99)).toBe(false)
      expect(await store.getMonitorState('access-volume')).toMatchObject(look(1))
    })

    test('goes on once of several that look at the same time', async () => {
      for (let looks = 1; looks <= 10; looks++) {
        const settled = await Promise.allSettled([put(looks), put(looks), put(looks)])
        expect(settled.filter((each) => each.status === 'fulfilled' && each.value)).toHaveLength(1)
      }
      expect(await subject().store.getMonitorState('access-volume')).toMatchObject({ looks: 10 })
    })

    test('keeps how its runs went beside what it saw', async () => {
      const { store } = subject()
      await note({ monitor: 'access-volume', startedAt: at(1), dueBy: at(9) })
      expect(await put(1)).toBe(true)
      await note({ monitor: 'access-volume', failedAt: at(2), failure: 'TIMEOUT' })
      expect(await put(2)).toBe(true)
      await note({ monitor: 'access-volume' })
      expect(await store.getMonitorState('access-volume')).toEqual({
        ...look(2),
        startedAt: at(1),
        completedAt: null,
        failedAt: at(2),
        failure: 'TIMEOUT',
        dueBy: at(9),
      })
      await note({ monitor: 'access-volume', completedAt: at(3), failure: null })
      expect(await store.getMonitorState('access-volume')).toMatchObject({
        completedAt: at(3),
        failedAt: at(2),
        failure: null,
      })
    })

    test('is listed by name, with the jobs that only run', async () => {
      const { store } = subject()
      await note({ monitor: 'follower', completedAt: at(1) })
      await put(1)
      expect((await store.listMonitorStates()).map(({ monitor, looks }) => [monitor, looks])).toEqual([
        ['access-volume', 1],
        ['follower', 0],
      ])
    })

    test('is held for one unit of work at a time', async () => {
      const { store } = subject()
      const counts = await Promise.all(
        [1, 2, 3].map((each) =>
          store.transaction(async (unit) => {
            const { length } = await unit.lockMonitorStates()
            await unit.noteRun({ monitor: `job-${each}`, startedAt: at(each) })
            return length
          }),
        ),
      )
      expect(counts.toSorted()).toEqual([0, 1, 2])
    })

    test('survives when the projection is read again', async () => {
      const { store } = subject()
      await put(1)
      await store.transaction((unit) => unit.clearProjection())
      expect(await store.getMonitorState('access-volume')).toMatchObject(look(1))
    })
  })

  describe('a tick', () => {
    test('is one caller’s', async () => {
      const { store } = subject()
      const claims = await Promise.all(
        Array.from({ length: 5 }, () => store.claimTick({ key: 'digest:1', at: at(0) })),
      )
      expect(claims.filter((isMine) => isMine)).toHaveLength(1)
      expect(await store.claimTick({ key: 'digest:1', at: at(1) })).toBe(false)
      expect(await store.claimTick({ key: 'digest:2', at: at(1) })).toBe(true)
    })

    test('is forgotten after a day', async () => {
      const { store } = subject()
      await store.claimTick({ key: 'digest:1', at: at(0) })
      await store.claimTick({ key: 'digest:2', at: at(DAY_MINUTES) })
      expect(await store.claimTick({ key: 'digest:1', at: at(DAY_MINUTES) })).toBe(false)
      await store.claimTick({ key: 'digest:3', at: at(DAY_MINUTES + 1) })
      expect(await store.claimTick({ key: 'digest:1', at: at(DAY_MINUTES + 1) })).toBe(true)
    })
  })
}
