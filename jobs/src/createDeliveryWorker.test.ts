import { MessengerError } from '@medikey/core'
import { createClinic } from '@medikey/core/testing'
import { expect, test } from 'vitest'
import { askForGrant } from '../testing/askForGrant.ts'
import { createRecordedLogger } from '../testing/createRecordedLogger.ts'
import { type Call, createRecordedMessenger } from '../testing/createRecordedMessenger.ts'
import { createDeliveryWorker } from './createDeliveryWorker.ts'
import { noMetrics } from './noMetrics.ts'

function setup(
  options: { disturb?: (call: Call) => void | Promise<void>; platforms?: ('slack' | 'discord')[] } = {},
) {
  const { platforms = ['slack'], disturb } = options
  const clinic = createClinic({ settings: { platforms } })
  const { messenger, calls } = createRecordedMessenger(disturb === undefined ? {} : { disturb })
  const { logger, lines } = createRecordedLogger()
  const outcomes: string[] = []
  const worker = createDeliveryWorker({
    deps: clinic.deps,
    messengers: [messenger],
    logger,
    metrics: { ...noMetrics, postTried: ({ outcome }) => void outcomes.push(outcome) },
  })
  const sweep = async () => {
    await worker.sweep()
    await worker.idle()
  }
  return { clinic, calls, worker, sweep, lines, outcomes }
}

const refuse = (retryAfterMs: number | null) => () => {
  throw new MessengerError({
    platform: 'slack',
    shortMessage: 'Slack did not take it.',
    retryAfterMs,
    ambiguous: false,
  })
}

test('a card is posted from its row alone', async () => {
  const { clinic, calls, sweep } = setup()
  const requestId = await askForGrant(clinic)
  await sweep()
  expect(calls).toMatchObject([{ method: 'postCard', key: `card-${requestId}-slack` }])
  await sweep()
  expect(calls).toHaveLength(1)
})

test('the job and the sweep at once post one card', async () => {
  const { clinic, calls, worker, sweep } = setup()
  const requestId = await askForGrant(clinic)
  const lane = { subject: { requestId }, platform: 'slack' } as const
  await Promise.all([worker.deliver({ lane }), sweep(), worker.deliver({ lane })])
  expect(calls).toHaveLength(1)
})

test('lanes of a platform that another process serves are left to it', async () => {
  const { clinic, calls, worker, sweep, lines } = setup({ platforms: ['slack', 'discord'] })
  const requestId = await askForGrant(clinic)
  await sweep()
  await worker.deliver({ lane: { subject: { requestId }, platform: 'discord' } })
  expect(calls.map(({ key }) => key)).toEqual([`card-${requestId}-slack`])
  expect(lines.filter(({ level }) => level === 'error')).toEqual([])
  expect(
    await clinic.deps.store.listDueLanes({
      now: clinic.clock.now(),
      staleBefore: new Date(0),
      limit: 10,
    }),
  ).toEqual([{ subject: { requestId }, platform: 'discord' }])
})

test('a platform that asks for a pause gets it, and then the message', async () => {
  let isBusy = true
  const { clinic, calls, sweep, lines, outcomes } = setup({
    disturb: () => {
      if (isBusy) refuse(30_000)()
    },
  })
  await askForGrant(clinic)
  await sweep()
  clinic.clock.advance(29_000)
  await sweep()
  expect(outcomes).toEqual(['retry'])
  isBusy = false
  clinic.clock.advance(1_000)
  await sweep()
  expect(outcomes).toEqual(['retry', 'sent'])
  expect(calls).toHaveLength(1)
  expect(lines).toMatchObject([
    { level: 'warn', problem: 'Slack did not take it.', kind: 'card' },
    { level: 'info', msg: 'Post sent', attempts: 2 },
  ])
})

test('a card that no try can deliver is given up and said so to who asked, and does not block others', async () => {
  const { clinic, calls, sweep, lines, outcomes } = setup({
    disturb: ({ text }) => {
      if (text.includes('first')) refuse(null)()
    },
  })
  await askForGrant(clinic, { reason: 'first' })
  await askForGrant(clinic, { staff: '<@U0TOM>', reason: 'second' })
  await sweep()
  expect(outcomes.toSorted()).toEqual(['failed', 'sent', 'sent'])
  expect(calls).toHaveLength(2)
  expect(lines.find(({ level }) => level === 'error')).toMatchObject({ msg: 'Post given up', kind: 'card' })
})

test('the log says nothing of what a message said', async () => {
  const { clinic, sweep, lines } = setup()
  await askForGrant(clinic, { reason: 'a very private reason' })
  await sweep()
  expect(JSON.stringify(lines)).not.toContain('private')
})
