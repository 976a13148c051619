import { afterEach, describe, expect, test, vi } from 'vitest'
import { createClinic, people } from '../../testing/index.ts'
import { followOnce } from '../follower/followOnce.ts'
import { createPollingSource } from '../follower/source/createPollingSource.ts'
import type { Finding } from '../model/Finding.ts'
import { lookOnce } from './lookOnce.ts'
import type { Report } from './Monitor.ts'
import { monitors } from './monitors.ts'

afterEach(() => vi.restoreAllMocks())

function setup() {
  const clinic = createClinic()
  const { store } = clinic.deps
  const finding: Finding = {
    rule: 'job-overdue',
    severity: 'warning',
    kind: 'happening',
    fingerprint: 'job-overdue:a',
    cause: 'jobs',
    subject: 'a',
    summary: 'The job a is late.',
    recordId: null,
    txid: null,
    at: clinic.clock.now(),
  }
  const reports = (answer: () => Promise<Report>) =>
    vi.spyOn(monitors.heartbeat, 'find').mockImplementation(answer)
  reports(async () => ({ holds: [finding], ended: [] }))
  const look = (deps = clinic.deps) => lookOnce(deps, { monitor: 'heartbeat' })
  const alerts = () => store.listAlerts({ limit: 10 })
  return { clinic, store, finding, reports, look, alerts, state: () => store.getMonitorState('heartbeat') }
}

test('a look raises what it found and remembers what it saw', async () => {
  const { clinic, look, alerts, state } = setup()
  const { alerts: raised, isOvertaken } = await look()
  expect(raised).toHaveLength(1)
  expect(isOvertaken).toBe(false)
  expect(await alerts()).toMatchObject([{ rule: 'job-overdue', cause: 'jobs' }])
  expect(await state()).toMatchObject({ looks: 1, lookedAt: clinic.clock.now() })
  expect((await look()).alerts).toEqual([])
  expect(await alerts()).toHaveLength(1)
})

test('of two processes that look from one state, one raises and remembers', async () => {
  const { look, alerts, state, reports, finding } = setup()
  const gate = Promise.withResolvers<void>()
  reports(async () => {
    await gate.promise
    return { holds: [finding], ended: [] }
  })
  const looks = [look(), look(), look()]
  gate.resolve()
  const settled = await Promise.all(looks)
  expect(settled.filter(({ isOvertaken }) => !isOvertaken)).toHaveLength(1)
  expect(await alerts()).toHaveLength(1)
  expect(await state()).toMatchObject({ looks: 1 })
})

test('a look that a reorg overtakes is not noted, and the next one sees what the chain holds now', async () => {
  const { clinic, look, alerts, state, reports } = setup()
  const { ledger, deps } = clinic
  const draw = { functionName: 'accessMedicalData', recordId: 1n, accessVolume: 1n } as const
  ledger.act({ sender: people.alice, call: draw })
  await followOnce(deps)
  await look()
  const found = await alerts()
  reports(async () => {
    ledger.orphanTip()
    ledger.advanceTenure(1)
    await followOnce(deps)
    return { holds: [], ended: [] }
  })
  const before = await state()
  expect((await look()).isOvertaken).toBe(true)
  const lowered = (await state())?.cursor?.blockHeight ?? Number.NaN
  expect(lowered).toBeLessThan(before?.cursor?.blockHeight ?? Number.NaN)
  expect(await alerts()).toEqual(found)
  reports(async () => ({ holds: [], ended: [] }))
  expect((await look()).isOvertaken).toBe(false)
})

test('a monitor that throws leaves no trace of its look', async () => {
  const { look, reports, state } = setup()
  reports(() => Promise.reject(new Error('no such table')))
  await expect(look()).rejects.toThrow('no such table')
  expect(await state()).toBeNull()
})

test('where the report cannot be taken in, the look is not remembered, and the next one reports it', async () => {
  const { clinic, look, alerts, state } = setup()
  const { store } = clinic.deps
  const broken = {
    ...clinic.deps,
    store: {
      ...store,
      transaction: (work: Parameters<typeof store.transaction>[0]) =>
        store.transaction((unit) =>
          work({
            ...unit,
            appendAudit: () => Promise.reject(new Error('disk full')),
            addPosts: () => Promise.reject(new Error('disk full')),
          }),
        ),
    } as typeof store,
  }
  await expect(look(broken)).rejects.toThrow('disk full')
  expect(await state()).toBeNull()
  expect(await alerts()).toEqual([])
  await look()
  expect(await alerts()).toHaveLength(1)
})

test('a severity of the settings takes the place of the monitor’s', async () => {
  const { clinic, look, alerts } = setup()
  const { settings } = clinic.deps
  const heartbeat = { ...settings.monitors.heartbeat, severity: { 'job-overdue': 'info' as const } }
  await look({
    ...clinic.deps,
    settings: { ...settings, monitors: { ...settings.monitors, heartbeat } },
  })
  expect(await alerts()).toMatchObject([{ severity: 'info' }])
})

describe('while a reorg is followed', () => {
  function setupReorg() {
    const clinic = createClinic()
    const { ledger, deps } = clinic
    const drawAll = () =>
      ledger.act({
        sender: people.alice,
        call: { functionName: 'accessMedicalData', recordId: 1n, accessVolume: 1_000n },
      })
    const alerts = () => deps.store.listAlerts({ limit: 10 })
    const look = () => lookOnce(deps, { monitor: 'access-volume' })
    /** A round in which somebody looks between what went and what comes. */
    const follow = (readNext = createPollingSource(ledger).read) =>
      followOnce(deps, {
        source: {
          async *read(options) {
            await look()
            yield* readNext(options)
          },
        },
      })
    return { ledger, drawAll, alerts, look, follow }
  }

  test('whose transactions are mined again, nothing ends and nothing is told', async () => {
    const { ledger, drawAll, alerts, look, follow } = setupReorg()
    drawAll()
    await follow()
    await look()
    const told = await alerts()
    expect(told).toMatchObject([{ rule: 'record-drawn', status: 'firing' }])
    ledger.orphanTip()
    ledger.advanceTenure(1)
    drawAll()
    await follow()
    await look()
    expect(await alerts()).toEqual(told)
  })

  test('whose transactions are gone, what held ends once a round reached the end, however late', async () => {
    const { ledger, drawAll, alerts, look, follow } = setupReorg()
    drawAll()
    await follow()
    await look()
    ledger.orphanTip()
    ledger.advanceTenure(1)
    await expect(
      follow(() => {
        throw new Error('no answer')
      }),
    ).rejects.toThrow('no answer')
    await look()
    expect(await alerts()).toMatchObject([{ status: 'firing' }])
    await follow()
    await look()
    expect(await alerts()).toMatchObject([{ status: 'resolved' }])
  })
})
