import { createClinic } from '@medikey/core/testing'
import { expect, test } from 'vitest'
import { isWatchOverdue } from './isWatchOverdue.ts'

test('the monitor that watches every job is overdue once its time is over, and never where it is switched off', async () => {
  const { deps, clock } = createClinic()
  const note = (dueBy: Date | null) =>
    deps.store.transaction((unit) => unit.noteRun({ monitor: 'heartbeat', dueBy }))
  expect(await isWatchOverdue(deps)).toBe(false)
  await note(new Date(clock.now().getTime() + 60_000))
  expect(await isWatchOverdue(deps)).toBe(false)
  clock.advance(60_000)
  expect(await isWatchOverdue(deps)).toBe(true)
  await note(null)
  expect(await isWatchOverdue(deps)).toBe(false)
})
