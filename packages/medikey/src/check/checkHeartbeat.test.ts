import { expect, test } from 'vitest'
import { checkHeartbeat } from './checkHeartbeat.ts'

test('nothing is said where nothing runs or no address is asked', () => {
  expect(checkHeartbeat(null)).toEqual([])
  expect(checkHeartbeat({ heartbeat: null })).toEqual([])
})

test('one that was never heard is a problem, one that had no time for it is not', () => {
  expect(checkHeartbeat({ heartbeat: { heardAt: null, problem: 'no answer' } })).toMatchObject([
    { ok: false, detail: expect.stringContaining('never since the start; the last time: no answer.') },
  ])
  expect(checkHeartbeat({ heartbeat: { heardAt: null, problem: null } })).toMatchObject([
    { ok: true, isNeutral: true },
  ])
  const heardAt = '2026-01-01T09:00:00.000Z'
  expect(checkHeartbeat({ heartbeat: { heardAt, problem: null } })).toEqual([
    { name: 'heartbeat', ok: true, detail: `Heard last at ${heardAt}.` },
  ])
})
