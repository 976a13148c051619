import { beforeEach, expect, test } from 'vitest'
import {
  type Clinic,
  createClinic,
  createRecordedChat,
  type RecordedChat,
  reportFindings,
  sampleFinding,
} from '../../testing/index.ts'
import type { Deps } from '../Deps.ts'
import { toPlainText } from '../messages/toPlainText.ts'
import type { Finding } from '../model/Finding.ts'
import { monitorsSchema } from '../monitors/monitorsSchema.ts'
import { advanceAlerts } from './advanceAlerts.ts'
import { alertsSchema } from './alertsSchema.ts'
import { applyReport } from './applyReport.ts'
import { describeAlert } from './describeAlert.ts'
import { endSwitchedOff } from './endSwitchedOff.ts'

const HOUR_MS = 3_600_000

let clinic: Clinic
let chat: RecordedChat
let store: Deps['store']
beforeEach(() => {
  const alerts = alertsSchema.parse({ webhook: { url: 'https://alerts.example.com/medikey' } })
  clinic = createClinic({ settings: { alerts } })
  chat = createRecordedChat(clinic)
  store = clinic.deps.store
})

const condition = (rule: Finding['rule'], cause: string) =>
  sampleFinding({ rule, cause, kind: 'condition', fingerprint: rule, subject: rule, txid: null })
const unreachable = condition('chain-unreachable', 'chain')
const unused = condition('grant-unused', 'ST1')

/** MediKey as it starts with these monitors. */
const start = (monitors: unknown) => {
  const settings = { ...clinic.deps.settings, monitors: monitorsSchema.parse(monitors) }
  return endSwitchedOff({ ...clinic.deps, settings })
}
const off = { 'chain-health': { enabled: false } }
const listStates = async () =>
  Object.fromEntries((await store.listAlerts({ limit: 9 })).map(({ rule, status }) => [rule, status]))

test('what a monitor told of is over once it is switched off, and says why', async () => {
  await reportFindings(clinic.deps, { holds: [unreachable] })
  await chat.deliver()
  await chat.deliverWebhook()
  clinic.clock.advance(4 * HOUR_MS)
  expect(await start(off)).toBe(1)
  expect(await start(off)).toBe(0)
  const told = await chat.deliver()
  // Nobody says that it is mended.
  expect(told.map(({ message }) => message.tone)).toEqual(['neutral', 'neutral'])
  expect(told[0]?.text).toContain(
    'Resolved 2026-01-01 13:00 UTC: chain-health is switched off, and nobody looks for it any more.',
  )
  const [{ id: alertId = '' } = {}] = await store.listAlerts({ limit: 1 })
  const { fields } = await describeAlert(clinic.deps, { account: null, alertId })
  expect(fields.map(({ value }) => toPlainText(value))).toContain(
    'since 2026-01-01 09:00 UTC, over since 2026-01-01 13:00 UTC: chain-health is switched off, and nobody looks for it any more',
  )
  expect(told.map(({ kind, text }) => [kind, text.split('\n')[0]])).toEqual([
    ['edit', 'Resolved: chain-unreachable'],
    ['thread', 'Resolved after 4 hours: chain-health is switched off, and nobody looks for it any more.'],
  ])
  expect(await chat.deliverWebhook()).toMatchObject([
    { payload: { type: 'medikey.alert.resolved.v1', data: { reason: 'monitor-switched-off' } } },
  ])
  const evidence = await store.listAuditOf({
    after: null,
    until: clinic.clock.now(),
    actions: ['alert-resolved'],
  })
  expect(evidence).toMatchObject([{ detail: { rule: 'chain-unreachable', reason: 'monitor-switched-off' } }])
})

test('what waited for it is told then', async () => {
  await reportFindings(clinic.deps, { holds: [unreachable] })
  await reportFindings(clinic.deps, { holds: [unused] })
  await chat.deliver()
  await start(off)
  await advanceAlerts(clinic.deps)
  expect((await chat.deliver()).map(({ kind, text }) => [kind, text.split('\n')[0]])).toContainEqual([
    'alert',
    'Critical: grant-unused',
  ])
})

test('what other monitors tell of stays, and what happened until somebody acknowledges it', async () => {
  const lost = sampleFinding({ rule: 'transaction-lost', cause: 'ST1', fingerprint: 'transaction-lost:1' })
  await reportFindings(clinic.deps, { holds: [unreachable, unused, lost] })
  expect(await start({ 'transaction-health': { enabled: false } })).toBe(0)
  expect(await start({})).toBe(0)
  expect(await listStates()).toEqual({
    'chain-unreachable': 'firing',
    'grant-unused': 'firing',
    'transaction-lost': 'firing',
  })
})

test('what nobody was told of yet is over in silence', async () => {
  const settings = { for: { 'chain-unreachable': HOUR_MS } }
  await store.transaction((unit) =>
    applyReport(clinic.deps, unit, {
      report: { holds: [unreachable], ended: [] },
      at: clinic.clock.now(),
      settings,
    }),
  )
  expect(await start(off)).toBe(1)
  expect(await chat.deliver()).toEqual([])
  expect(await listStates()).toEqual({ 'chain-unreachable': 'resolved' })
})

test('what still holds when the monitor is switched on again is told anew, and its end without a reason', async () => {
  await reportFindings(clinic.deps, { holds: [unreachable] })
  await start(off)
  await chat.deliver()
  await reportFindings(clinic.deps, { holds: [unreachable] })
  expect((await chat.deliver()).map(({ kind }) => kind)).toEqual(['alert'])
  clinic.clock.advance(HOUR_MS)
  await reportFindings(clinic.deps, { ended: [unreachable.fingerprint] })
  const told = await chat.deliver()
  expect(told.map(({ text }) => text)).toContain('Resolved after 1 hour.')
  expect(told.map(({ message }) => message.tone)).toEqual(['good', 'good'])
})
