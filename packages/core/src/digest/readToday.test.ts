import { expect, test } from 'vitest'
import { createClinic, people } from '../../testing/index.ts'
import { monitorsSchema } from '../monitors/monitorsSchema.ts'
import { readToday } from './readToday.ts'

const { deps } = createClinic()
const settings = { ...deps.settings, monitors: monitorsSchema.parse({ timeZone: 'Europe/Berlin' }) }

test.each([
  ['2026-03-28T22:59:00Z', 'daily-2026-03-28', 'the last minute before a day of 23 hours'],
  ['2026-03-28T23:01:00Z', 'daily-2026-03-29', 'the first minute of a day of 23 hours'],
  ['2026-03-29T21:59:00Z', 'daily-2026-03-29', 'the last minute of a day of 23 hours'],
  ['2026-10-24T22:01:00Z', 'daily-2026-10-25', 'the first minute of a day of 25 hours'],
  ['2026-10-25T22:59:00Z', 'daily-2026-10-25', 'the last minute of a day of 25 hours'],
])('at %s today is %s: %s', async (now, id) => {
  expect(await readToday({ ...deps, settings }, { now: new Date(now) })).toMatchObject({ id })
})

test('it tells what the day holds so far, and up to when the chain was read', async () => {
  const draw = { principal: people.nadia, asPhysician: false, draws: 1, volume: 40n }
  await deps.store.transaction(async (unit) => {
    await unit.noteRun({ monitor: 'follower', completedAt: new Date('2026-03-28T12:00:00Z') })
    await unit.addDraws([{ ...draw, hour: new Date('2026-03-28T11:00:00Z') }])
  })
  const { figures } = await readToday({ ...deps, settings }, { now: new Date('2026-03-28T12:01:00Z') })
  expect(figures).toMatchObject({ draws: { volume: '40' }, readUntil: '2026-03-28T12:00:00.000Z' })
})
