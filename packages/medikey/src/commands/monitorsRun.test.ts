import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { followOnce, lookOnce, monitorsSchema, type ScheduledMonitor } from '@medikey/core'
import { type Clinic, createClinic, people } from '@medikey/core/testing'
import { BaseError } from '@medikey/errors'
import type { JobOutcome } from '@medikey/jobs'
import { createLogger, serveControl } from '@medikey/runtime'
import { openStore } from '@medikey/store'
import { beforeEach, describe, expect, test } from 'vitest'
import { createTestContext } from '../../testing/createTestContext.ts'
import { createRunMonitorHandler } from '../operate/createRunMonitorHandler.ts'
import { createMonitorsCommand } from './monitors.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'mk-monitors-'))
  return () => rmSync(dir, { recursive: true })
})

async function run(...args: string[]): Promise<string> {
  const { context, stdout } = createTestContext({
    cwd: dir,
    env: { MEDIKEY_DATA_DIR: dir, MEDIKEY_CHAIN_PORT: '1' },
  })
  const command = createMonitorsCommand(context)
  for (const each of [command, ...command.commands])
    each.exitOverride().configureOutput({ writeErr: () => {} })
  await command.parseAsync(['run', ...args], { from: 'user' })
  return stdout()
}

describe('in the running MediKey', () => {
  let clinic: Clinic
  let runMonitor: (monitor: ScheduledMonitor) => Promise<JobOutcome>
  let stands: unknown
  beforeEach(async () => {
    clinic = createClinic()
    stands = {}
    runMonitor = async (monitor) => ({
      outcome: 'finished',
      result: await lookOnce(clinic.deps, { monitor }),
    })
    const handler = createRunMonitorHandler(clinic.deps, {
      runMonitor: (monitor) => runMonitor(monitor),
      readMonitors: () => monitorsSchema.parse(stands),
    })
    const server = await serveControl({
      socketPath: join(dir, 'medikey.sock'),
      handlers: { 'run-monitor': handler },
      logger: createLogger({ level: 'silent', name: 'test' }),
    })
    return () => server.close({ graceMs: 0 })
  })
  const draw = async (accessVolume: bigint) => {
    const call = { functionName: 'accessMedicalData', recordId: 2n, accessVolume } as const
    clinic.ledger.act({ sender: people.alice, call })
    await followOnce(clinic.deps)
    return (await clinic.deps.ledger.getTip()).blockHeight
  }
  const alerts = () => clinic.deps.store.listAlerts({ limit: 10 })

  test('what it finds is printed and told as ever', async () => {
    await draw(50n)
    const shown = await run('access-volume')
    expect(shown).toMatch(/^access-volume found 1\.$/m)
    expect(shown).toMatch(/^warning +record-drawn +2026-01-01 09:00 UTC +\S+ +All 50 of record 2 are drawn/m)
    const [alert] = await alerts()
    expect(shown).toContain(`Began or escalated: ${alert?.id}.`)
    const told = 'nothing new; 1 alert of it is open.'
    expect(await run('access-volume')).toBe(`access-volume found ${told}\nNo alert began or escalated.\n`)
    expect(await run('access-volume', '--dry-run')).toContain(`access-volume would find ${told}`)
    expect(await run('record-archival')).toContain('record-archival found nothing.')
  })

  test('a dry run keeps and tells nothing, and says which alert tells of it already', async () => {
    await draw(50n)
    const found = { rule: 'record-drawn', recordId: '2', severity: 'warning', alertId: null }
    expect(JSON.parse(await run('access-volume', '--dry-run', '--json'))).toMatchObject({
      monitor: 'access-volume',
      mode: 'dry-run',
      height: null,
      findings: [found],
      alerts: [],
    })
    expect(await alerts()).toEqual([])
    expect(await run('access-volume', '--dry-run')).toMatch(/^A dry run, .*: nothing was kept or told\.$/m)
  })

  test('the past is looked at as it was', async () => {
    const nearly = await draw(45n)
    await draw(5n)
    const shown = await run('access-volume', '--at-height', `${nearly}`)
    expect(shown).toContain(`At block ${nearly}, 2026-01-01 09:00 UTC, access-volume would have found 1.`)
    expect(shown).toContain('45 of 50')
    expect(await alerts()).toEqual([])
    await expect(run('heartbeat', '--at-height', '1')).rejects.toThrow('MONITOR_WITHOUT_PAST')
  })

  test('a dry run and the past are judged by the settings as they stand now, a run by those that are in force', async () => {
    const block = await draw(20n)
    stands = {
      'access-volume': {
        recordDrawn: [{ percent: 40, severity: 'warning' }],
        severity: { 'record-drawn': 'critical' },
      },
    }
    for (const flags of [['--dry-run'], ['--at-height', `${block}`]])
      expect(await run('access-volume', ...flags)).toMatch(/^critical +record-drawn /m)
    expect(await run('access-volume')).toContain('access-volume found nothing.')
  })

  test('a run of one that is switched off keeps nothing, since nobody would look for its end, and says so', async () => {
    await draw(50n)
    const off = monitorsSchema.parse({ 'access-volume': { enabled: false } })
    Object.assign(clinic.deps, { settings: { ...clinic.deps.settings, monitors: off } })
    expect(await run('access-volume')).toMatch(/^access-volume is switched off, so this was a dry run: /m)
    expect(await alerts()).toEqual([])
  })

  test('a run that fails, and one that goes on, say why', async () => {
    runMonitor = async () => ({
      outcome: 'failed',
      error: new BaseError({ code: 'NODE_UNREACHABLE', shortMessage: 'The node does not answer.' }),
    })
    await expect(run('reconcile')).rejects.toThrow('The node does not answer.')
    runMonitor = async () => ({ outcome: 'skipped' })
    await expect(run('reconcile')).rejects.toThrow('try again in a few seconds')
  })
})

test('where no MediKey runs, a run is a dry one and says so', async () => {
  await (await openStore({ databaseUrl: null, dataDir: dir })).close()
  expect(await run('access-volume')).toBe(
    'access-volume would find nothing.\nNo MediKey runs here, so this was a dry run: nothing was kept or told.\n',
  )
})

test('where the local chain is not running either, what asks it says how to start it', async () => {
  await (await openStore({ databaseUrl: null, dataDir: dir })).close()
  await expect(run('access-volume', '--at-height', '3')).rejects.toThrow('medikey start starts one')
}, 60_000)

test('a name or block that cannot be meant is refused with what can', async () => {
  await expect(run('access')).rejects.toThrow('The monitors are access-volume, record-archival')
  await expect(run('access-volume', '--at-height', '-1')).rejects.toThrow('a whole number')
})
