import { createFakeClock, type FakeClock } from '@medikey/core/testing'
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

beforeEach(async () => {
  receiver = await startReceiver()
  clock = createFakeClock()
  pulse = createPulse({ clock })
  const recorded = createRecordedLogger()
  lines = recorded.lines
  heartbeat = createHeartbeat({ url: createSecret(receiver.url), pulse, logger: recorded.logger })
  pulse.expect({ job: 'deliveries', withinMs: 60_000 })
  pulse.expect({ job: 'timekeeper', withinMs: 60_000 })
})
afterEach(() => receiver.close())

test('beats while every job completes in its time', async () => {
  await heartbeat.beat()
  clock.advance(50_000)
  pulse.complete('deliveries')
  pulse.complete('timekeeper')
  clock.advance(50_000)
  await heartbeat.beat()
  expect(receiver.received.map(({ method }) => method)).toEqual(['GET', 'GET'])
})

test('stops beating while one job hangs, and beats again afterwards', async () => {
  clock.advance(60_001)
  pulse.complete('timekeeper')
  await heartbeat.beat()
  expect(receiver.received).toHaveLength(0)
  expect(pulse.listOverdue()).toEqual(['deliveries'])
  expect(lines).toMatchObject([{ level: 'error', overdue: ['deliveries'] }])
  pulse.complete('deliveries')
  await heartbeat.beat()
  expect(receiver.received).toHaveLength(1)
})

test('logs once that nobody hears it, without the address', async () => {
  receiver.answerNext((response) => void response.writeHead(500).end())
  receiver.answerNext((response) => void response.destroy())
  for (let beat = 0; beat < 3; beat += 1) await heartbeat.beat()
  expect(lines.map(({ msg }) => msg)).toEqual(['Heartbeat was not heard', 'Heartbeat is heard again'])
  expect(JSON.stringify(lines)).not.toContain(receiver.url)
})

test('a job that nobody expects is no job', () => {
  pulse.complete('something else')
  expect(pulse.listOverdue()).toEqual([])
})
