import { beforeEach, expect, test } from 'vitest'
import { type Clinic, createClinic, people } from '../../../testing/index.ts'
import { sampleRequest } from '../../../testing/samples/sampleRequest.ts'
import { type ClinicWatch, watchClinic } from '../../../testing/watchClinic.ts'
import type { AccessRequest } from '../../model/AccessRequest.ts'
import { cancelRequest } from '../../requests/cancelRequest.ts'
import { createRequestId } from '../../requests/createRequestId.ts'
import { decideRequest } from '../../requests/decideRequest.ts'
import { expireRequests } from '../../requests/expireRequests.ts'
import { findOverdueRequests } from './findOverdueRequests.ts'
import { requestReminderSchema } from './requestReminderSchema.ts'

const HOUR_MS = 3_600_000
/** A Monday morning. */
const MONDAY = Date.parse('2026-01-05T09:00:00.000Z')

let clinic: Clinic
let watch: ClinicWatch
beforeEach(() => {
  clinic = createClinic()
  clinic.clock.set(new Date(MONDAY))
  watch = watchWith({})
})

function watchWith(settings: Record<string, unknown>): ClinicWatch {
  return watchClinic(clinic, {
    monitor: findOverdueRequests,
    settings: requestReminderSchema.parse(settings),
  })
}

async function ask(overrides: Partial<AccessRequest> = {}): Promise<AccessRequest> {
  const createdAt = clinic.clock.now()
  const request = sampleRequest({
    ...{ recordId: 1n, physician: people.alice, requester: people.alice, medicalStaff: people.nadia },
    ...{ createdAt, approvalExpiresAt: new Date(createdAt.getTime() + 24 * HOUR_MS) },
    id: createRequestId(),
    ...overrides,
  })
  await clinic.deps.store.transaction((unit) => unit.insertRequest(request))
  return request
}

const deny = (request: AccessRequest) =>
  decideRequest(clinic.deps, {
    account: clinic.account('cmo'),
    delivery: `deny-${request.id}`,
    requestId: request.id,
    decision: 'deny',
    reason: 'Not needed',
    clicked: 'command',
  })

async function rules(): Promise<string[]> {
  const { found, ended } = await watch.look()
  return [
    ...found.map(({ rule, severity }) => `${severity} ${rule}`),
    ...ended.map((fingerprint) => `ended ${fingerprint.split(':')[0]}`),
  ]
}

test('a request that waits four hours is told once and ends when somebody decides', async () => {
  const request = await ask()
  clinic.clock.advance(4 * HOUR_MS - 1)
  expect(await rules()).toEqual([])
  clinic.clock.advance(1)
  const { found } = await watch.look()
  expect(found).toMatchObject([{ rule: 'request-waiting', severity: 'warning', cause: 'decision' }])
  expect(found[0]?.at).toEqual(new Date(MONDAY + 4 * HOUR_MS))
  expect(found[0]?.summary).toBe(
    'The grant on record 1 that alice asked for has waited more than 4 hours for a decision of the Chief Medical Officer. See /medikey pending.',
  )
  clinic.clock.advance(HOUR_MS)
  expect(await rules()).toEqual([])
  await deny(request)
  expect(await rules()).toEqual(['ended request-waiting'])
})

test('one that waits for a consent says whose, and ends when it is taken back', async () => {
  const request = await ask({ status: 'awaiting-consent', requester: people.nadia })
  clinic.clock.advance(5 * HOUR_MS)
  const { found } = await watch.look()
  expect(found).toMatchObject([{ cause: 'consent' }])
  expect(found[0]?.summary).toContain('for the consent of alice')
  await cancelRequest(clinic.deps, {
    account: clinic.account('nadia'),
    delivery: 'cancel',
    requestId: request.id,
  })
  expect(await rules()).toEqual(['ended request-waiting'])
})

test('nights and weekends do not count: Friday evening is followed by Monday morning', async () => {
  clinic.clock.set(new Date('2026-01-09T17:00:00.000Z'))
  await ask({ approvalExpiresAt: new Date('2026-01-16T17:00:00.000Z') })
  clinic.clock.set(new Date('2026-01-12T10:59:00.000Z'))
  expect(await rules()).toEqual([])
  clinic.clock.set(new Date('2026-01-12T11:00:00.000Z'))
  const { found } = await watch.look()
  expect(found[0]?.at).toEqual(new Date('2026-01-12T11:00:00.000Z'))
})

test('where somebody always decides every hour counts', async () => {
  watch = watchWith({
    waitingFor: '1h',
    hours: { from: '00:00', until: '24:00', days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] },
  })
  clinic.clock.set(new Date('2026-01-10T23:30:00.000Z'))
  await ask()
  clinic.clock.advance(HOUR_MS)
  expect(await rules()).toEqual(['warning request-waiting'])
})

test('what was found late is found as of its own time', async () => {
  await ask()
  clinic.clock.advance(8 * HOUR_MS)
  expect((await watch.look()).found[0]?.at).toEqual(new Date(MONDAY + 4 * HOUR_MS))
})

test('one that nobody decided in time is told as expired, once, and waits no more', async () => {
  await ask()
  clinic.clock.advance(23 * HOUR_MS)
  expect(await rules()).toEqual(['warning request-waiting'])
  clinic.clock.advance(HOUR_MS)
  await expireRequests(clinic.deps)
  expect(await rules()).toEqual(['ended request-waiting'])
  clinic.clock.advance(60_000)
  expect(await rules()).toEqual(['info request-expired'])
  clinic.clock.advance(60_000)
  expect(await rules()).toEqual([])
})

test('one that was decided, taken back, or expired long before the first look is not told', async () => {
  const request = await ask()
  await ask({ status: 'cancelled' })
  await ask({ status: 'expired', approvalExpiresAt: new Date(MONDAY - 48 * HOUR_MS) })
  clinic.clock.advance(HOUR_MS)
  await deny(request)
  clinic.clock.advance(24 * HOUR_MS)
  expect(await rules()).toEqual([])
})

test('a clock that is set back ends nothing and tells nothing twice', async () => {
  await ask()
  clinic.clock.advance(5 * HOUR_MS)
  await watch.look()
  clinic.clock.advance(-3 * HOUR_MS)
  expect(await rules()).toEqual([])
  expect(watch.listHeld()).toHaveLength(1)
})

test('hours that end before they begin are refused by name', () => {
  expect(() => requestReminderSchema.parse({ hours: { from: '18:00', until: '08:00' } })).toThrow(
    'must be later than from',
  )
})
