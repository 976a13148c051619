import { expect, test } from 'vitest'
import { parseParts } from './parseParts.ts'

const nothing = { slack: false, discord: false, terminal: false, worker: false, follower: false, jobs: false }

test('without a list, everything starts', () => {
  expect(parseParts(null)).toEqual({
    slack: true,
    discord: true,
    terminal: true,
    worker: true,
    follower: true,
    jobs: true,
  })
})

test('names start what they name, spaces around them allowed', () => {
  expect(parseParts('worker')).toEqual({ ...nothing, worker: true })
  expect(parseParts('discord')).toEqual({ ...nothing, discord: true })
  expect(parseParts('slack, jobs')).toEqual({ ...nothing, slack: true, jobs: true })
})

test.each(['', 'worker,', 'Worker', 'teams', 'all'])('refuses %j, and says what there is', (only) => {
  expect(() => parseParts(only)).toThrow(
    'name one or more of slack, discord, terminal, worker, follower, jobs',
  )
})
