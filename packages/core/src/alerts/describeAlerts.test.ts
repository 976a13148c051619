import { beforeEach, expect, test } from 'vitest'
import { type AlertDriver, driveAlerts } from '../../testing/driveAlerts.ts'
import { type Clinic, createClinic } from '../../testing/index.ts'
import type { Message } from '../messages/Message.ts'
import { toPlainText } from '../messages/toPlainText.ts'
import type { RuleName } from '../model/RuleName.ts'
import { describeAlert } from './describeAlert.ts'
import { describeAlerts } from './describeAlerts.ts'

let clinic: Clinic
let alerts: AlertDriver
beforeEach(() => {
  clinic = createClinic()
  alerts = driveAlerts(clinic)
})

const toLines = (message: Message) => message.paragraphs.map(toPlainText)
const list = async () => toLines(await describeAlerts(clinic.deps, { account: clinic.account('cmo') }))

test('open alerts are listed, the most severe first, with what became of them', async () => {
  await alerts.report([
    { rule: 'balance-low', kind: 'condition', severity: 'warning', cause: 'a', fingerprint: 'a' },
  ])
  const { id: balance } = await alerts.getOpen()
  await alerts.acknowledge(balance)
  await alerts.silence(balance, 3_600_000)
  await alerts.report([{}, { fingerprint: 'b' }])
  const [first, second, ...others] = await list()
  expect(first).toMatch(/^\w{10} critical · 2 grants without approval · firing, since 2026-01-01 09:00 UTC$/)
  expect(second).toBe(
    `${balance} warning · low balance: record 7 · since 2026-01-01 09:00 UTC, acknowledged by cmo, silenced until 2026-01-01 10:00 UTC: ward round`,
  )
  expect(others).toEqual([])
})

test('what has not held long enough is listed nowhere', async () => {
  const overdue = (fingerprint: string) =>
    ({ rule: 'job-overdue', kind: 'condition', severity: 'warning', cause: 'jobs', fingerprint }) as const
  await alerts.report([{ ...overdue('a'), subject: 'a' }])
  await alerts.report([{ ...overdue('b'), subject: 'b' }], { settings: { for: { 'job-overdue': 120_000 } } })
  expect(await list()).toEqual([expect.stringContaining('overdue job: a ')])
  const { id: alertId } = await alerts.getOpen()
  const { title, paragraphs } = await describeAlert(clinic.deps, { account: null, alertId })
  expect(title).toBe(`Alert ${alertId}: overdue job`)
  expect(paragraphs).toHaveLength(1)
})

test('a silence that outlives its alert is listed until it ends, and how to end it', async () => {
  await alerts.report([{}])
  const { id } = await alerts.getOpen()
  await alerts.silence(id, 7_200_000)
  expect(await list()).toHaveLength(1)
  await alerts.acknowledge(id)
  const silenced = `${id} Silenced until 2026-01-01 11:00 UTC: grant without approval: record 7, and alerts like it; ward round`
  expect(await list()).toEqual(['Nothing fires.', silenced])
  await alerts.report([{ fingerprint: 'other', cause: 'other' }])
  expect((await list()).slice(1)).toEqual([silenced])
  const shown = await describeAlert(clinic.deps, { account: clinic.account('cmo'), alertId: id })
  const like = shown.fields.find(({ label }) => label === 'Alerts like it')
  expect(toPlainText(like?.value ?? [])).toBe('silent until 2026-01-01 11:00 UTC: ward round')
  const { footer } = await describeAlerts(clinic.deps, { account: null })
  expect(footer.map(toPlainText)).toContain('End a silence with /medikey unsilence <alert>')
  clinic.clock.advance(7_200_000)
  expect(await list()).toHaveLength(1)
})

test('one of a rule that this version does not know goes by its name, and keeps no other from being listed', async () => {
  await alerts.report([{ severity: 'info' }, { rule: 'of-another-version' as RuleName, fingerprint: 'b' }])
  const [first, second] = await list()
  expect(first).toContain('of-another-version: record 7')
  expect(second).toContain('grant without approval: record 7')
  const [{ id = '' } = {}] = await clinic.deps.store.listOpenAlerts({ limit: 1 })
  const shown = await describeAlert(clinic.deps, { account: clinic.account('cmo'), alertId: id })
  expect(shown.title).toBe(`Alert ${id}: of-another-version`)
})

test('where nothing fires that is said', async () => {
  expect(await list()).toEqual(['Nothing fires.'])
})

test('of many the most severe are shown, and how many there are', async () => {
  await alerts.report(
    Array.from({ length: 12 }, (_, index) => ({ cause: `${index}`, fingerprint: `${index}` })),
  )
  const message = await describeAlerts(clinic.deps, { account: null })
  expect(message.paragraphs).toHaveLength(10)
  expect(message.footer.map(toPlainText)[0]).toBe('Only 10 of 12 are shown, the most severe ones.')
})

test('one alert is shown with its findings', async () => {
  await alerts.report([
    {},
    { rule: 'balance-low', kind: 'condition', fingerprint: 'b', summary: 'Add funds.' },
  ])
  await alerts.report([], { ended: ['b'] })
  const { id } = await alerts.getOpen()
  const message = await describeAlert(clinic.deps, { account: clinic.account('ines'), alertId: id })
  const state = message.fields.find(({ label }) => label === 'State')
  expect(toPlainText(state?.value ?? [])).toBe('firing, since 2026-01-01 09:00 UTC')
  expect(message.title).toBe(`Alert ${id}: grant without approval`)
  expect(toLines(message)[0]).toMatch(
    /^2026-01-01 09:00 UTC · A grant that nobody approved\. Ask the physician\. /,
  )
  const over = (await clinic.deps.store.listAlerts({ status: ['resolved'], limit: 1 }))[0]?.id ?? ''
  const resolved = await describeAlert(clinic.deps, { account: null, alertId: over })
  expect(toLines(resolved)[0]).toContain('Add funds. 0x')
  expect(toLines(resolved)[0]).toMatch(/Ended 2026-01-01 09:00 UTC\.$/)
})

test('they are for the Chief Medical Officer and the auditors', async () => {
  await alerts.report([{}])
  const { id: alertId } = await alerts.getOpen()
  await describeAlerts(clinic.deps, { account: clinic.account('ines') })
  for (const handle of ['alice', 'nadia'] as const) {
    const account = clinic.account(handle)
    await expect(describeAlerts(clinic.deps, { account })).rejects.toMatchObject({ code: 'NOT_AUDITOR' })
    await expect(describeAlert(clinic.deps, { account, alertId })).rejects.toMatchObject({
      code: 'NOT_AUDITOR',
    })
  }
  const account = clinic.account('cmo')
  await expect(describeAlert(clinic.deps, { account, alertId: 'x' })).rejects.toMatchObject({
    code: 'ALERT_NOT_FOUND',
  })
})
