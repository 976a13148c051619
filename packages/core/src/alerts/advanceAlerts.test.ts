import { beforeEach, describe, expect, test, vi } from 'vitest'
import { type AlertDriver, driveAlerts } from '../../testing/driveAlerts.ts'
import { type Clinic, createClinic } from '../../testing/index.ts'
import type { Finding } from '../model/Finding.ts'
import { advanceAlerts } from './advanceAlerts.ts'

vi.mock(import('./tellAlert.ts'), async () => ({
  tellAlert: (await import('../../testing/noteNews.ts')).noteNews,
}))

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let clinic: Clinic
let alerts: AlertDriver
beforeEach(() => {
  vi.restoreAllMocks()
  clinic = createClinic()
  alerts = driveAlerts(clinic)
})

const condition = (overrides: Partial<Finding> = {}): Partial<Finding> => ({
  rule: 'grant-unused',
  kind: 'condition',
  severity: 'warning',
  fingerprint: 'grant-unused:7',
  cause: 'ST1',
  ...overrides,
})
const unreachable = condition({ rule: 'chain-unreachable', fingerprint: 'chain-unreachable', cause: 'chain' })
const listAll = () => clinic.deps.store.listAlerts({ limit: 100 })

describe('while nobody acknowledges it', () => {
  test('an alert is told again and again', async () => {
    await alerts.report([condition()])
    await alerts.pass(4 * HOUR - 1)
    expect(await alerts.drain()).toEqual(['fired'])
    await alerts.pass(1)
    expect(await alerts.drain()).toEqual(['repeated'])
    await alerts.pass(0)
    expect(await alerts.drain()).toEqual([])
    // However long nobody swept, it is told once.
    await alerts.pass(48 * HOUR)
    expect(await alerts.drain()).toEqual(['repeated'])
    await alerts.report([], { ended: ['grant-unused:7'] })
    await alerts.pass(48 * HOUR)
    expect(await alerts.drain()).toEqual(['resolved'])
  })

  test('an alert that others join is told again no later for it', async () => {
    await alerts.report([condition()])
    for (const hour of [1, 2, 3]) {
      await alerts.pass(HOUR)
      await alerts.report([condition({ fingerprint: `grant-unused:joined-${hour}` })])
    }
    expect(await alerts.drain()).toEqual(['fired', 'joined', 'joined', 'joined'])
    await alerts.pass(HOUR)
    expect(await alerts.drain()).toEqual(['repeated'])
  })

  test('what joins when it is time to tell the alert again is told with that', async () => {
    await alerts.report([condition()])
    clinic.clock.advance(4 * HOUR)
    await alerts.report([condition({ fingerprint: 'grant-unused:8' })])
    await alerts.pass(0)
    expect(await alerts.drain()).toEqual(['fired', 'repeated'])
  })

  test('what is good to know only is told once', async () => {
    await alerts.report([condition({ severity: 'info' })])
    await alerts.pass(48 * HOUR)
    expect(await alerts.drain()).toEqual(['fired'])
    expect(await alerts.getOpen()).toMatchObject({ status: 'firing' })
  })

  test('what happened, and is good to know only, is over once it grew quiet', async () => {
    const info = { severity: 'info' } as const
    await alerts.report([{ ...info, fingerprint: 'h1' }])
    await alerts.pass(59 * MINUTE)
    await alerts.report([{ ...info, fingerprint: 'h2' }])
    await alerts.pass(59 * MINUTE)
    expect(await alerts.getOpen()).toMatchObject({ status: 'firing' })
    await alerts.pass(MINUTE)
    expect(await listAll()).toMatchObject([{ status: 'resolved' }])
    expect(await alerts.drain()).toEqual(['fired', 'joined', 'changed'])
    await alerts.report([{ ...info, fingerprint: 'h3' }])
    expect(await alerts.drain()).toEqual(['fired'])
  })

  test('two processes that sweep at once tell it once', async () => {
    await alerts.report([condition()])
    clinic.clock.advance(4 * HOUR)
    const moved = await Promise.all([1, 2, 3].map(() => advanceAlerts(clinic.deps)))
    expect(moved.reduce((sum, count) => sum + count)).toBe(1)
    expect(await alerts.drain()).toEqual(['fired', 'repeated'])
  })

  test('one that fails keeps no other from being told, and is tried again', async () => {
    await alerts.report([condition(), condition({ cause: 'ST2', fingerprint: 'grant-unused:8' })])
    await alerts.drain()
    clinic.clock.advance(4 * HOUR)
    vi.spyOn(clinic.deps.store, 'transaction').mockRejectedValueOnce(new Error('lost'))
    await expect(advanceAlerts(clinic.deps)).rejects.toThrow('lost')
    expect(await alerts.drain()).toEqual(['repeated'])
    await alerts.pass(0)
    expect(await alerts.drain()).toEqual(['repeated'])
  })
})

test('however many fail, those that come after them are told', async () => {
  const many = Array.from({ length: 101 }, (_, place) =>
    condition({ cause: `${place}`, fingerprint: `grant-unused:${place}` }),
  )
  await alerts.report(many)
  await alerts.drain()
  clinic.clock.advance(4 * HOUR)
  const transaction = vi.spyOn(clinic.deps.store, 'transaction')
  for (const _ of many.slice(1)) transaction.mockRejectedValueOnce(new Error('lost'))
  const list = vi.spyOn(clinic.deps.store, 'listDueAlerts')
  await expect(advanceAlerts(clinic.deps)).rejects.toThrow('lost')
  expect(await alerts.drain()).toEqual(['repeated'])
  const listed = await Promise.all(list.mock.results.map(({ value }) => value))
  expect(listed.flat()).toHaveLength(many.length)
})

describe('once acknowledged', () => {
  test('an alert is reminded of as long as it holds', async () => {
    await alerts.report([condition()])
    await alerts.acknowledge((await alerts.getOpen()).id)
    await alerts.pass(24 * HOUR - 1)
    expect(await alerts.drain()).toEqual(['fired', 'acknowledged'])
    await alerts.pass(1)
    await alerts.pass(24 * HOUR)
    expect(await alerts.drain()).toEqual(['reminded', 'reminded'])
  })

  test('it is reminded of no later where others join it', async () => {
    await alerts.report([condition()])
    await alerts.acknowledge((await alerts.getOpen()).id)
    await alerts.pass(23 * HOUR)
    await alerts.report([condition({ fingerprint: 'grant-unused:8' })])
    await alerts.pass(HOUR)
    expect(await alerts.drain()).toEqual(['fired', 'acknowledged', 'joined', 'reminded'])
  })

  test('one that something joins just when it is to be reminded of is told once', async () => {
    await alerts.report([condition()])
    await alerts.acknowledge((await alerts.getOpen()).id)
    clinic.clock.advance(24 * HOUR)
    await alerts.report([condition({ fingerprint: 'grant-unused:8' })])
    await alerts.pass(2_000)
    expect(await alerts.drain()).toEqual(['fired', 'acknowledged', 'reminded'])
  })
})

describe('while another alert is open that it depends on', () => {
  test('an alert waits untold, and is told afterwards if it still holds', async () => {
    await alerts.report([unreachable])
    await alerts.report([condition(), condition({ cause: 'ST2', fingerprint: 'grant-unused:8' })])
    await alerts.report([], { ended: ['grant-unused:8'] })
    await alerts.pass(3 * HOUR)
    expect(await alerts.drain()).toEqual(['fired'])
    await alerts.report([], { ended: ['chain-unreachable'] })
    await alerts.pass(0)
    expect(await alerts.drain()).toEqual(['resolved', 'fired'])
    expect(await alerts.getOpen()).toMatchObject({ cause: 'ST1', inhibitedBy: null })
  })

  test('what happened is kept, and told afterwards', async () => {
    await alerts.report([unreachable])
    await alerts.report([{ rule: 'transaction-stuck', severity: 'info' }])
    await alerts.pass(3 * HOUR)
    await alerts.report([], { ended: ['chain-unreachable'] })
    await alerts.pass(0)
    expect(await alerts.drain()).toEqual(['fired', 'resolved', 'fired'])
  })

  test('an alert that was told is neither repeated nor said to be over', async () => {
    await alerts.report([condition(), condition({ cause: 'ST2', fingerprint: 'grant-unused:8' })])
    await alerts.report([unreachable])
    await alerts.drain()
    await alerts.acknowledge(
      (await clinic.deps.store.listOpenAlerts({ limit: 9 })).find(({ cause }) => cause === 'chain')?.id ?? '',
    )
    await alerts.pass(5 * HOUR)
    await alerts.report([], { ended: ['grant-unused:8'] })
    expect((await alerts.drain()).sort()).toEqual(['acknowledged', 'changed'])
    await alerts.report([], { ended: ['chain-unreachable'] })
    await alerts.pass(0)
    expect((await alerts.drain()).sort()).toEqual(['repeated', 'resolved'])
  })

  test('what somebody found by themselves is told if it became worse, also where it is no more', async () => {
    await alerts.report([unreachable])
    await alerts.report([condition()])
    const open = await clinic.deps.store.listOpenAlerts({ limit: 9 })
    await alerts.acknowledge(open.find(({ cause }) => cause === 'ST1')?.id ?? '')
    await alerts.report([condition({ severity: 'critical' })])
    await alerts.report([condition({ severity: 'warning' })])
    await alerts.report([], { ended: ['chain-unreachable'] })
    await alerts.drain()
    await alerts.pass(0)
    expect(await alerts.drain()).toEqual(['fired'])
    await alerts.pass(4 * HOUR)
    expect(await alerts.drain()).toEqual(['repeated'])
  })

  test('one that only waits to have held long enough keeps nothing from being told', async () => {
    await alerts.report([unreachable], { settings: { for: { 'chain-unreachable': HOUR } } })
    await alerts.report([condition()])
    expect(await alerts.drain()).toEqual(['fired'])
  })
})

describe('a clock that was set back', () => {
  test('neither tells anything twice nor lets it wait for the time that it left', async () => {
    await alerts.report([condition()])
    const settings = { for: { 'balance-low': 30 * MINUTE } }
    await alerts.report([condition({ rule: 'balance-low', fingerprint: 'b' })], { settings })
    await alerts.pass(10 * MINUTE)
    clinic.clock.advance(-100 * HOUR)
    await alerts.report([condition()])
    await alerts.pass(0)
    expect(await alerts.drain()).toEqual(['fired'])
    await alerts.pass(30 * MINUTE)
    expect(await alerts.drain()).toEqual(['fired'])
    await alerts.pass(4 * HOUR)
    expect((await alerts.drain()).sort()).toEqual(['repeated', 'repeated'])
  })

  test('reminds of what was acknowledged in its future', async () => {
    await alerts.report([condition()])
    await alerts.acknowledge((await alerts.getOpen()).id)
    await alerts.drain()
    clinic.clock.advance(-1_000 * HOUR)
    await alerts.pass(0)
    await alerts.pass(24 * HOUR)
    expect(await alerts.drain()).toEqual(['reminded'])
  })

  test('is no matter where two machines differ a little', async () => {
    await alerts.report([condition()])
    clinic.clock.advance(-30_000)
    expect(await advanceAlerts(clinic.deps)).toBe(0)
  })
})
