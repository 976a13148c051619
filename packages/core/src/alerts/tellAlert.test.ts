import { BaseError } from '@medikey/errors'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  type Clinic,
  createClinic,
  createRecordedChat,
  people,
  type RecordedChat,
  sampleFinding,
} from '../../testing/index.ts'
import type { Finding } from '../model/Finding.ts'
import { advanceAlerts } from './advanceAlerts.ts'
import { alertsSchema } from './alertsSchema.ts'
import { applyReport } from './applyReport.ts'
import { operateAlert } from './operateAlert.ts'

const HOUR_MS = 3_600_000
let clinic: Clinic
let chat: RecordedChat

const open = (settings: Parameters<typeof alertsSchema.parse>[0] = {}) => {
  clinic = createClinic({ settings: { alerts: alertsSchema.parse(settings) } })
  chat = createRecordedChat(clinic)
}
beforeEach(() => open())

const condition = (overrides: Partial<Finding> = {}) =>
  sampleFinding({
    rule: 'record-drawn',
    severity: 'warning',
    kind: 'condition',
    fingerprint: 'record-drawn:7',
    subject: 'record 7',
    summary: 'Record 7 is drawn to 95 %.',
    txid: null,
    ...overrides,
  })

const report = (holds: Finding[], ended: string[] = []) =>
  clinic.deps.store.transaction((unit) =>
    applyReport(clinic.deps, unit, { report: { holds, ended }, at: clinic.clock.now() }),
  )
const getAlertId = async () => (await clinic.deps.store.listAlerts({ limit: 1 }))[0]?.id ?? ''
const wait = async (ms: number) => {
  clinic.clock.advance(ms)
  await advanceAlerts(clinic.deps)
}

describe('an alert’s one message', () => {
  test('says what, how bad, since when, and by which rule', async () => {
    await report([condition()])
    const [told, ...others] = await chat.deliver()
    expect(others).toEqual([])
    expect(told?.kind).toBe('alert')
    expect(told?.message).toMatchObject({ title: 'Warning: record 7', tone: 'waiting' })
    expect(told?.text).toContain('Record 7 is drawn to 95 %.')
    expect(told?.text).toContain('Firing since 2026-01-01')
    expect(told?.text).toContain(`Rule record-drawn, alert ${await getAlertId()}`)
    expect(told?.message.actions.map(({ kind }) => kind)).toEqual(['acknowledge', 'silence'])
  })

  test('lists the newest findings of one cause, and counts the rest', async () => {
    const many = Array.from({ length: 22 }, (_, index) =>
      condition({
        fingerprint: `record-drawn:${index}`,
        subject: `record ${index}`,
        recordId: BigInt(index),
      }),
    )
    await report(many)
    const [told] = await chat.deliver()
    expect(told?.message.title).toBe('Warning: 22 records with little or nothing left')
    expect(told?.text).toContain('record 21')
    expect(told?.text).toContain('record 12')
    expect(told?.text).not.toContain('record 11,')
    expect(told?.text).toContain('and 12 more')
  })

  test('names the transaction of each of a few findings', async () => {
    const [first, second] = [`0x${'1'.repeat(64)}`, `0x${'2'.repeat(64)}`]
    await report([
      condition({ txid: first }),
      condition({ txid: second, fingerprint: 'record-drawn:8', subject: 'record 8' }),
      condition({ txid: null, fingerprint: 'record-drawn:9', subject: 'record 9' }),
    ])
    const [told] = await chat.deliver()
    expect(told?.text).toMatch(new RegExp(`record 7, .*${first}\n.*record 8, .*${second}\n`))
  })

  test('calls the Chief Medical Officer where it is critical, and nobody else', async () => {
    await report([sampleFinding()])
    await report([condition()])
    const told = await chat.deliver()
    const call = `is asked because they are the Chief Medical Officer`
    expect(told.map(({ text }) => text.includes(call))).toEqual([true, false])
    expect(JSON.stringify(told[0]?.message)).toContain(people.cmo)
    expect(JSON.stringify(told[1]?.message)).not.toContain('"person"')
  })

  test('is told although nobody knows who the Chief Medical Officer is', async () => {
    clinic.ledger.getChiefMedicalOfficer = async () => {
      throw new BaseError({ code: 'NODE_UNREACHABLE', shortMessage: 'No answer.', retryable: true })
    }
    await report([sampleFinding()])
    expect(await chat.deliver()).toMatchObject([{ kind: 'alert' }])
  })

  test('goes on: repeated, acknowledged, resolved; each said below it and shown in it', async () => {
    await report([condition()])
    await chat.deliver()
    await wait(4 * HOUR_MS)
    expect(await chat.deliver()).toMatchObject([
      { kind: 'edit' },
      { kind: 'thread', text: 'Still firing, 4 hours: nobody has acknowledged it.' },
    ])
    const alertId = await getAlertId()
    await operateAlert(clinic.deps, { alertId, act: { kind: 'acknowledge' } })
    expect(await chat.deliver()).toMatchObject([
      { kind: 'edit', text: expect.stringContaining('Acknowledged by the operator') },
      { kind: 'thread', text: 'Acknowledged by the operator.' },
    ])
    clinic.clock.advance(HOUR_MS)
    await report([], ['record-drawn:7'])
    const [edit, thread] = await chat.deliver()
    expect(edit?.message).toMatchObject({ title: 'Resolved: record 7', tone: 'good', actions: [] })
    expect(thread).toMatchObject({ kind: 'thread', text: 'Resolved after 5 hours.' })
  })

  test('says who silenced it, until when and why', async () => {
    await report([condition()])
    await chat.deliver()
    const act = { kind: 'silence', durationMs: HOUR_MS, reason: 'ward round' } as const
    await operateAlert(clinic.deps, { alertId: await getAlertId(), act })
    const [edit, thread] = await chat.deliver()
    expect(edit?.text).toContain('Silenced until 2026-01-01 10:00 UTC: ward round')
    expect(edit?.message.actions.map(({ kind }) => kind)).toEqual(['acknowledge'])
    expect(thread?.text).toContain('Silenced until 2026-01-01 10:00 UTC: ward round')
  })

  test('that became worse calls again, below it', async () => {
    await report([condition()])
    await chat.deliver()
    await report([condition({ severity: 'critical' })])
    const [edit, thread] = await chat.deliver()
    expect(edit?.message.title).toBe('Critical: record 7')
    expect(thread?.text).toContain('Now critical')
    expect(JSON.stringify(thread?.message)).toContain(people.cmo)
  })

  test('says below it what joined, and what made it worse', async () => {
    const sayAll = async () => (await chat.deliver()).filter(({ kind }) => kind === 'thread')
    await report([condition()])
    await chat.deliver()
    const worst = { fingerprint: 'record-drawn:8', subject: 'record 8', severity: 'critical' } as const
    const good = { fingerprint: 'record-drawn:9', subject: 'record 9', summary: 'Good to know.' }
    await report([condition({ ...worst, summary: 'All is drawn.' }), condition(good)])
    const [escalated, ...others] = await sayAll()
    expect(escalated?.text).toMatch(/^Now critical.*\nrecord 8: All is drawn\.$/)
    expect(others).toEqual([])
    await report([condition({ ...good, fingerprint: 'record-drawn:10', subject: 'record 10' })])
    const [joined] = await sayAll()
    expect(joined?.text).toMatch(/^More of it: 4 now\..*\nrecord 10: Good to know\.$/)
  })

  test('tells after an outage what happened meanwhile, each step as it was', async () => {
    await report([condition()])
    await wait(4 * HOUR_MS)
    await report([], ['record-drawn:7'])
    expect((await chat.deliver()).map(({ kind, text }) => [kind, text.split('\n')[0]])).toEqual([
      ['alert', 'Resolved: record 7'],
      ['thread', 'Still firing, 4 hours: nobody has acknowledged it.'],
      ['thread', 'Resolved after 4 hours.'],
    ])
  })
})

describe('a route', () => {
  const destinations = async () => (await listQueued()).map(({ platform }) => platform)
  const listQueued = async () => {
    const now = clinic.clock.now()
    return clinic.deps.store.listDueLanes({ now, staleBefore: now, limit: 10 })
  }
  const webhook = { url: 'https://alerts.example.com/medikey' }

  test('leads everywhere that is configured where none is written', async () => {
    open({ webhook })
    await report([condition()])
    expect(await destinations()).toEqual(['slack', 'webhook'])
  })

  test('is the first that fits, by severity, rule or monitor', async () => {
    open({
      webhook,
      routes: [
        { severity: ['critical'], to: ['webhook'] },
        { monitor: ['access-volume'], to: ['slack'] },
        { rule: ['record-drawn'], to: ['webhook'] },
      ],
    })
    await report([condition()])
    expect(await destinations()).toEqual(['slack'])
    await report([sampleFinding()])
    expect(await destinations()).toEqual(['slack', 'webhook'])
  })

  test('to what is not configured loses no alert', async () => {
    open({ routes: [{ to: ['discord'] }] })
    await report([condition()])
    expect(await destinations()).toEqual(['slack'])
  })

  test('to nowhere tells nobody', async () => {
    open({ routes: [{ rule: ['record-drawn'], to: [] }] })
    await report([condition()])
    expect(await destinations()).toEqual([])
  })

  test('that an escalation leads along tells there for the first time', async () => {
    open({ webhook, routes: [{ severity: ['critical'], to: ['webhook'] }, { to: ['slack'] }] })
    await report([condition()])
    expect(await destinations()).toEqual(['slack'])
    await report([condition({ severity: 'critical' })])
    expect(await destinations()).toEqual(['slack', 'webhook'])
  })
})

test('what was told to a platform that is configured no more is told there no further', async () => {
  await report([condition()])
  await chat.deliver()
  const settings = { ...clinic.deps.settings, platforms: [] }
  const act = { kind: 'acknowledge' } as const
  await operateAlert({ ...clinic.deps, settings }, { alertId: await getAlertId(), act })
  expect(await chat.deliver()).toMatchObject([{ kind: 'edit' }])
})

test('a webhook is told each step with its findings, and never what a person wrote', async () => {
  open({ webhook: { url: 'https://alerts.example.com/medikey' }, routes: [{ to: ['webhook'] }] })
  await report([condition()])
  const alertId = await getAlertId()
  const act = { kind: 'silence', durationMs: HOUR_MS, reason: 'ward round' } as const
  await operateAlert(clinic.deps, { alertId, act })
  await report([], ['record-drawn:7'])
  const told = await chat.deliverWebhook()
  expect(
    told.map(({ payload }) => [payload.type, 'alert' in payload.data && payload.data.alert.status]),
  ).toEqual([
    ['medikey.alert.fired.v1', 'firing'],
    ['medikey.alert.silenced.v1', 'firing'],
    ['medikey.alert.resolved.v1', 'resolved'],
  ])
  expect(told[0]?.payload.data).toMatchObject({
    network: 'devnet',
    contract: `${people.cmo}.medvault`,
    alert: {
      id: alertId,
      rule: 'record-drawn',
      title: 'record with little or nothing left',
      severity: 'warning',
    },
    findingCount: 1,
    findings: [{ fingerprint: 'record-drawn:7', recordId: '7', endedAt: null }],
  })
  expect(JSON.stringify(told)).not.toContain('ward round')
  expect(new Set(told.map(({ key }) => key)).size).toBe(3)
})
