import { beforeEach, describe, expect, test, vi } from 'vitest'
import { type AlertDriver, driveAlerts } from '../../testing/driveAlerts.ts'
import { type Clinic, createClinic } from '../../testing/index.ts'
import type { Finding } from '../model/Finding.ts'

vi.mock(import('./tellAlert.ts'), async () => ({
  tellAlert: (await import('../../testing/noteNews.ts')).noteNews,
}))

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let clinic: Clinic
let alerts: AlertDriver
beforeEach(() => {
  clinic = createClinic()
  alerts = driveAlerts(clinic)
})

const condition = (overrides: Partial<Finding> = {}): Partial<Finding> => ({
  rule: 'balance-low',
  kind: 'condition',
  severity: 'warning',
  fingerprint: 'balance-low:ST1',
  cause: 'ST1',
  recordId: null,
  txid: null,
  ...overrides,
})
const happening = (overrides: Partial<Finding> = {}): Partial<Finding> => ({
  fingerprint: 'happened:1',
  ...overrides,
})
const audit = async () => (await clinic.deps.store.listAudit({ limit: 100 })).map(({ action }) => action)
const listAll = () => clinic.deps.store.listAlerts({ limit: 100 })

describe('a report', () => {
  test('of something new fires an alert, once however often it is told', async () => {
    expect(await alerts.report([condition()])).toMatchObject([
      {
        rule: 'balance-low',
        cause: 'ST1',
        status: 'firing',
        severity: 'warning',
        startedAt: clinic.clock.now(),
      },
    ])
    expect(await alerts.report([condition()])).toEqual([])
    expect(await alerts.report([condition({ summary: 'Said otherwise.' })])).toEqual([])
    expect(await alerts.drain()).toEqual(['fired'])
    expect(await audit()).toEqual(['alert-raised'])
  })

  test('of several things of one cause is one alert, and later ones join it', async () => {
    await alerts.report([happening(), happening({ fingerprint: 'happened:2' })])
    await alerts.report([
      happening({ fingerprint: 'happened:3' }),
      happening({ fingerprint: 'x', cause: 'other' }),
    ])
    expect((await alerts.drain()).sort()).toEqual(['fired', 'fired', 'joined'])
    expect(await listAll()).toHaveLength(2)
    expect(await audit()).toEqual(Array(4).fill('alert-raised'))
  })

  test('of very many causes fires as many alerts, each with its message and its evidence', async () => {
    const many = Array.from({ length: 300 }, (_, place) =>
      condition({ fingerprint: `balance-low:${place}`, cause: `${place}` }),
    )
    expect(await alerts.report(many)).toHaveLength(300)
    expect(await alerts.drain()).toEqual(Array(300).fill('fired'))
    expect((await clinic.deps.store.listAudit({ limit: 1_000 })).length).toBe(300)
    await alerts.report(many)
    expect(await alerts.drain()).toEqual([])
  })

  test('of very many things of one cause is one alert, with the evidence of each', async () => {
    // More than fit on the stack as arguments.
    const many = Array.from({ length: 130_000 }, (_, place) =>
      condition({ fingerprint: `balance-low:${place}` }),
    )
    expect(await alerts.report(many)).toHaveLength(1)
    expect(await alerts.drain()).toEqual(['fired'])
    expect(await clinic.deps.store.listAudit({ limit: 200_000 })).toHaveLength(130_000)
  })

  test('of something that others wait for tells only that', async () => {
    const waits = condition({ rule: 'grant-unused', fingerprint: 'grant-unused:7' })
    await alerts.report([waits, condition({ rule: 'chain-unreachable', fingerprint: 'unreachable' })])
    expect(await alerts.drain()).toEqual(['fired'])
    await alerts.report([], { ended: ['unreachable'] })
    await alerts.pass(0)
    expect((await alerts.drain()).sort()).toEqual(['fired', 'resolved'])
  })

  test('of what ended resolves the alert once nothing of it holds', async () => {
    await alerts.report([condition(), condition({ fingerprint: 'b' })])
    await alerts.report([], { ended: ['b', 'never-held'] })
    expect(await alerts.getOpen()).toMatchObject({ status: 'firing' })
    await alerts.report([], { ended: ['balance-low:ST1'] })
    expect(await alerts.drain()).toEqual(['fired', 'changed', 'resolved'])
    expect(await listAll()).toMatchObject([{ status: 'resolved', resolvedAt: clinic.clock.now() }])
    expect(await audit()).toEqual(['alert-raised', 'alert-raised', 'alert-resolved'])
  })

  test('of a condition that comes back begins a new alert', async () => {
    await alerts.report([condition()])
    await alerts.report([], { ended: ['balance-low:ST1'] })
    await alerts.report([condition()])
    expect(await listAll()).toHaveLength(2)
    expect(await alerts.drain()).toEqual(['fired', 'resolved', 'fired'])
  })

  test('of a happening that is long over tells nothing again, also not when it is said to have ended', async () => {
    await alerts.report([happening()])
    const { id } = await alerts.getOpen()
    await alerts.report([], { ended: ['happened:1'] })
    expect(await alerts.getOpen()).toMatchObject({ id, status: 'firing' })
    await alerts.acknowledge(id)
    await alerts.report([happening()])
    expect(await alerts.drain()).toEqual(['fired', 'acknowledged'])
    expect(await listAll()).toHaveLength(1)
  })

  test('of what began and ended since the last look tells both', async () => {
    await alerts.report([condition()], { ended: ['balance-low:ST1'] })
    expect(await alerts.drain()).toEqual(['fired', 'resolved'])
    expect(await listAll()).toMatchObject([{ status: 'resolved' }])
  })

  test('of something worse escalates, and fires again what was acknowledged', async () => {
    await alerts.report([condition()])
    const { id } = await alerts.getOpen()
    expect(await alerts.report([condition({ severity: 'critical' })])).toMatchObject([
      { id, severity: 'critical' },
    ])
    await alerts.acknowledge(id)
    expect(await alerts.report([condition({ severity: 'critical' })])).toEqual([])
    await alerts.report([condition({ severity: 'warning' })])
    expect(await alerts.getOpen()).toMatchObject({ status: 'acknowledged', severity: 'warning' })
    // They know already how bad it can be.
    await alerts.report([condition({ severity: 'critical' })])
    expect(await alerts.getOpen()).toMatchObject({ status: 'acknowledged', severity: 'critical' })
    expect(await alerts.drain()).toEqual(['fired', 'escalated', 'acknowledged', 'changed', 'changed'])
  })

  test('of something worse tells when and by what it became so, and the alert began before', async () => {
    const began = clinic.clock.now()
    const [nearly, full] = ['0x01', '0x02']
    const [{ id: alertId } = { id: '' }] = await alerts.report([condition({ txid: nearly })])
    clinic.clock.advance(HOUR)
    const worse = {
      severity: 'critical',
      summary: 'All is drawn.',
      txid: full,
      at: clinic.clock.now(),
    } as const
    await alerts.report([condition(worse)])
    expect(await clinic.deps.store.listAlertFindings({ alertId })).toMatchObject([worse])
    expect(await alerts.getOpen()).toMatchObject({ startedAt: began })
  })

  test('of something worse than was acknowledged fires again', async () => {
    await alerts.report([condition()])
    const { id } = await alerts.getOpen()
    await alerts.acknowledge(id)
    await alerts.report([condition({ fingerprint: 'worse', severity: 'critical' })])
    expect(await alerts.getOpen()).toMatchObject({
      id,
      status: 'firing',
      acknowledgedAt: null,
      acknowledgedBy: null,
      severity: 'critical',
    })
    expect(await alerts.drain()).toEqual(['fired', 'acknowledged', 'escalated'])
  })

  test('that fails leaves nothing, and is told when it is taken in again', async () => {
    const { store } = clinic.deps
    const failing: typeof store = {
      ...store,
      transaction: (work) =>
        store.transaction(async (unit) => {
          await work(unit)
          throw new Error('killed')
        }),
    }
    const broken = driveAlerts(clinic, { deps: { ...clinic.deps, store: failing } })
    await expect(broken.report([condition()])).rejects.toThrow('killed')
    expect(await listAll()).toEqual([])
    await alerts.report([condition()])
    expect(await alerts.drain()).toEqual(['fired'])
  })

  test('that two processes take in at once is told once', async () => {
    await Promise.all([1, 2, 3].map(() => alerts.report([condition(), happening()])))
    expect(await alerts.drain()).toEqual(['fired', 'fired'])
  })
})

describe('the settings of a monitor', () => {
  test('give a rule another severity', async () => {
    await alerts.report([condition()], { settings: { severity: { 'balance-low': 'info' } } })
    expect(await alerts.getOpen()).toMatchObject({ severity: 'info' })
  })

  test('let a condition hold for a while before it is told, counted from when it became true', async () => {
    const settings = { for: { 'balance-low': 30 * MINUTE } }
    const at = new Date(clinic.clock.now().getTime() - 10 * MINUTE)
    expect(await alerts.report([condition({ at })], { settings })).toEqual([])
    expect(await alerts.getOpen()).toMatchObject({ status: 'pending', firedAt: null })
    await alerts.pass(20 * MINUTE - 1)
    expect(await alerts.drain()).toEqual([])
    expect(await audit()).toEqual([])
    await alerts.pass(1)
    expect(await alerts.drain()).toEqual(['fired'])
    expect(await alerts.getOpen()).toMatchObject({
      status: 'firing',
      startedAt: at,
      firedAt: clinic.clock.now(),
    })
  })

  test('forget in silence what did not hold for long enough', async () => {
    const settings = { for: { 'balance-low': 30 * MINUTE } }
    await alerts.report([condition()], { settings })
    await alerts.report([], { ended: ['balance-low:ST1'] })
    await alerts.pass(HOUR)
    expect(await alerts.drain()).toEqual([])
    expect(await audit()).toEqual([])
    expect(await listAll()).toMatchObject([{ status: 'resolved', firedAt: null }])
  })

  test('tell what held for long enough, also where nobody looked until it had ended', async () => {
    const settings = { for: { 'balance-low': 30 * MINUTE } }
    await alerts.report([condition()], { settings })
    clinic.clock.advance(HOUR)
    expect(await alerts.report([], { ended: ['balance-low:ST1'] })).toHaveLength(1)
    expect(await alerts.drain()).toEqual(['fired', 'resolved'])
  })

  test('tell at once what has held for long enough when it is found', async () => {
    const settings = { for: { 'balance-low': 30 * MINUTE } }
    await alerts.report([condition({ at: new Date(0) })], { settings })
    expect(await alerts.drain()).toEqual(['fired'])
  })

  test('let a later one of the cause wait for itself', async () => {
    const settings = { for: { 'balance-low': 30 * MINUTE } }
    await alerts.report([condition({ at: new Date(0) })], { settings })
    await alerts.report([condition({ fingerprint: 'b', severity: 'critical' })], { settings })
    expect(await alerts.getOpen()).toMatchObject({ severity: 'warning' })
    await alerts.pass(30 * MINUTE)
    expect(await alerts.drain()).toEqual(['fired', 'changed', 'escalated'])
  })

  test('never let a happening wait, nor longer than that what a clock ahead of ours found', async () => {
    const settings = { for: { 'balance-low': 30 * MINUTE, 'unsanctioned-grant': 30 * MINUTE } }
    const at = new Date(clinic.clock.now().getTime() + 48 * HOUR)
    await alerts.report([happening({ at })], { settings })
    expect(await alerts.drain()).toEqual(['fired'])
    await alerts.report([condition({ at })], { settings })
    await alerts.pass(30 * MINUTE)
    expect(await alerts.drain()).toEqual(['fired'])
  })
})
