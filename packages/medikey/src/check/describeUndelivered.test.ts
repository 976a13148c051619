import type { PostSummary } from '@medikey/core'
import { expect, test } from 'vitest'
import { describeUndelivered } from './describeUndelivered.ts'

const now = new Date('2026-01-01T09:00:00Z')
const destinations = ['slack', 'webhook'] as const
const summary = { platform: 'slack', waiting: 0, waitsSince: null, failed: 0, error: null } as const

test('what is on its way is well', () => {
  const waitsSince = new Date('2026-01-01T08:59:30Z')
  expect(
    describeUndelivered({
      posts: [{ ...summary, waiting: 3, waitsSince }],
      now,
      destinations,
      isRunning: true,
    }),
  ).toMatchObject([{ ok: true }])
  expect(describeUndelivered({ posts: [], now, destinations, isRunning: true })).toMatchObject([{ ok: true }])
})

test('what waits long or was given up is said, with why and what to do', () => {
  const waitsSince = new Date('2026-01-01T07:00:00Z')
  const [slack, webhook] = describeUndelivered({
    posts: [
      { ...summary, waiting: 2, waitsSince, failed: 1, error: 'The channel does not exist.' },
      { ...summary, platform: 'webhook', failed: 4 },
    ],
    now,
    destinations,
    isRunning: true,
  })
  expect(slack).toEqual({
    name: 'messages',
    ok: false,
    detail:
      '2 messages to slack waiting since 2026-01-01T07:00:00.000Z, and 1 message to slack given up in the last seven days. Last: The channel does not exist. See the slack lines of this check: the token, the channels, and whether the app is invited there.',
  })
  expect(webhook?.detail).toContain('4 messages to webhook given up')
  expect(webhook?.detail).toContain('medikey alerts test')
})

test('what waits while nothing runs is told at the next start, and so is no problem', () => {
  const waitsSince = new Date('2026-01-01T07:00:00Z')
  const describe = (post: Partial<PostSummary>) =>
    describeUndelivered({
      posts: [{ ...summary, waiting: 2, waitsSince, ...post }],
      now,
      destinations,
      isRunning: false,
    })
  expect(describe({})).toEqual([
    {
      name: 'messages',
      ok: true,
      isNeutral: true,
      detail: '2 messages to slack waiting since 2026-01-01T07:00:00.000Z: told at the next start.',
    },
  ])
  expect(describe({ failed: 1 })).toMatchObject([{ ok: false }])
})

test('what waits for a platform that was taken out of the configuration is said, and is no problem', () => {
  const waitsSince = new Date('2026-01-01T07:00:00Z')
  const post = { ...summary, platform: 'discord', waiting: 1, waitsSince, failed: 1 } as const
  expect(describeUndelivered({ posts: [post], now, destinations, isRunning: true })).toEqual([
    {
      name: 'messages',
      ok: true,
      isNeutral: true,
      detail:
        '1 message to discord waiting since 2026-01-01T07:00:00.000Z, and 1 message to discord given up in the last seven days: discord is not configured.',
    },
  ])
})
