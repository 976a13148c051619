import { createFakeClock, type FakeClock } from '@medikey/core/testing'
import { BaseError } from '@medikey/errors'
import { createSecret } from '@medikey/runtime'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createRecordedLogger } from '../../testing/createRecordedLogger.ts'
import { type Receiver, startReceiver } from '../../testing/startReceiver.ts'
import { createHeartbeat, type Heartbeat } from './createHeartbeat.ts'
import { createPulse, type Pulse } from './createPulse.ts'

let receiver: Receiver
let clock: FakeClock
let pulse: Pulse
let heartbeat: Heartbeat
let lines: ReturnType<typeof createRecordedLogger>['lines']
let listOverdue: () => Promise<readonly string[]>
let deliver: () => Promise<void>
let follow: () => Promise<void>
/** What the loops run into. */
let failure: Error | null
let tried: string[]

beforeEach(async () => {
  failure = null
  tried = []
  receiver = await startReceiver()
  clock = createFakeClock()
  pulse = createPulse({ clock })
  listOverdue = async () => pulse.listOverdue()
  const recorded = createRecordedLogger()
  lines = recorded.lines
  heartbeat = createHeartbeat({
    ...{
      url: createSecret(receiver.url),
      clock,
      listOverdue: () => listOverdue(),
      logger: recorded.logger,
    },
    metrics: { heartbeatTried: ({ outcome }) => void tried.push(outcome) },
  })
  const round = async () => {
    if (failure !== null) throw failure
  }
  deliver = pulse.watch('deliveries', round)
  follow = pulse.watch('follower', round)
})
afterEach(() => receiver.close())

test('beats while every loop completes in its time', async () => {
  await heartbeat.beat()
  clock.advance(100_000)
  await deliver()
  await follow()
  clock.advance(100_000)
  await heartbeat.beat()
  expect(receiver.received.map(({ method }) => method)).toEqual(['GET', 'GET'])
})

test('stops beating while one loop hangs, and beats again afterwards', async () => {
  clock.advance(120_001)
  await follow()
  await heartbeat.beat()
  expect(receiver.received).toHaveLength(0)
  expect(pulse.listOverdue()).toEqual(['deliveries'])
  expect(lines).toMatchObject([{ level: 'error', overdue: ['deliveries'] }])
  await deliver()
  await heartbeat.beat()
  expect(receiver.received).toHaveLength(1)
})

test('stops beating while the database cannot be asked: then nobody could be told either', async () => {
  failure = new BaseError({ code: 'STORE_UNAVAILABLE', shortMessage: 'No database.', retryable: true })
  clock.advance(120_001)
  await expect(deliver()).rejects.toBe(failure)
  expect(pulse.listOverdue()).toContain('deliveries')
})

test('says that it is withheld while nobody can tell what is overdue', async () => {
  await heartbeat.beat()
  listOverdue = () => Promise.reject(new Error('no database'))
  await expect(heartbeat.beat()).rejects.toThrow('no database')
  expect(receiver.received).toHaveLength(1)
  expect(heartbeat.state().problem).toBe('withheld while it cannot be read what is overdue')
  expect(tried).toEqual(['heard', 'withheld'])
})

test('beats on while the chain cannot be read: an alert tells of that', async () => {
  failure = new BaseError({ code: 'NODE_UNREACHABLE', shortMessage: 'No node.', retryable: true })
  clock.advance(120_001)
  await expect(follow()).rejects.toBe(failure)
  expect(pulse.listOverdue()).toEqual(['deliveries'])
})

test('logs each thing that is wrong once, without the address', async () => {
  for (const status of [500, 500, 400])
    receiver.answerNext((response) => void response.writeHead(status).end())
  receiver.answerNext((response) => void response.destroy())
  for (let beat = 0; beat < 5; beat += 1) await heartbeat.beat()
  expect(lines.map(({ msg, problem }) => problem ?? msg)).toEqual([
    'HTTP status 500',
    'HTTP status 400',
    'no answer',
    'Heartbeat is heard again',
  ])
  expect(JSON.stringify(lines)).not.toContain(receiver.url)
})

test('knows when it was heard last, and why no more', async () => {
  expect(heartbeat.state()).toEqual({ heardAt: null, problem: null })
  await heartbeat.beat()
  const heardAt = clock.now()
  expect(heartbeat.state()).toEqual({ heardAt, problem: null })
  clock.advance(60_000)
  receiver.answerNext((response) => void response.writeHead(400).end())
  await heartbeat.beat()
  expect(heartbeat.state()).toEqual({ heardAt, problem: 'HTTP status 400' })
  clock.advance(60_001)
  await heartbeat.beat()
  expect(heartbeat.state().problem).toContain('deliveries, follower')
  expect(tried).toEqual(['heard', 'unheard', 'withheld'])
})
