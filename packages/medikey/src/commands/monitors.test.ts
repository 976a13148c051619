import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorsSchema } from '@medikey/core'
import { createClinic } from '@medikey/core/testing'
import { createLogger, lockDataDir, serveControl } from '@medikey/runtime'
import { openStore } from '@medikey/store'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTestContext } from '../../testing/createTestContext.ts'
import { createListMonitorsHandler } from '../operate/createListMonitorsHandler.ts'
import { createMonitorsCommand } from './monitors.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'mk-monitors-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

async function monitors(...args: string[]): Promise<string> {
  const run = createTestContext({ cwd: dir, env: { MEDIKEY_DATA_DIR: dir } })
  const command = createMonitorsCommand(run.context).exitOverride()
  await command.parseAsync(args, { from: 'user' })
  return run.stdout()
}

describe('in the running MediKey', () => {
  let isConfigChanged = false
  const clinic = createClinic({
    settings: {
      monitors: monitorsSchema.parse({
        timeZone: 'Europe/Berlin',
        heartbeat: { enabled: false },
        'chain-health': { cron: '0 6 * * *' },
        reconcile: { cron: '*/10 * * * * *' },
      }),
    },
  })
  beforeEach(async () => {
    const server = await serveControl({
      socketPath: join(dir, 'medikey.sock'),
      handlers: {
        'list-monitors': createListMonitorsHandler(clinic.deps, {
          running: { isConfigChanged: () => isConfigChanged },
        }),
      },
      logger: createLogger({ level: 'silent', name: 'test' }),
    })
    return () => server.close({ graceMs: 0 })
  })
  const find = async (name: string) =>
    JSON.parse(await monitors('list', '--json')).monitors.find(
      (monitor: { name: string }) => monitor.name === name,
    )
  const note = (run: { startedAt?: Date; completedAt?: Date; failedAt?: Date; failure?: string | null }) =>
    clinic.deps.store.transaction((unit) => unit.noteRun({ monitor: 'chain-health', ...run }))

  test('each is listed with its next run, in the time zone of the settings', async () => {
    // It is 9 o'clock UTC on the first of January, and 10 in Berlin.
    expect(await find('chain-health')).toEqual({
      name: 'chain-health',
      cron: '0 6 * * *',
      enabled: true,
      lastCompletedAt: null,
      lastFailedAt: null,
      failure: null,
      nextRunAt: '2026-01-02T05:00:00.000Z',
    })
    expect(await monitors('list')).toContain('Crons are meant in Europe/Berlin.')
  })

  test('what was changed in the file since the start is said', async () => {
    expect(await monitors('list')).not.toContain('restart')
    isConfigChanged = true
    expect(await monitors('list')).toContain('medikey.yaml was changed since: restart MediKey')
    isConfigChanged = false
  })

  test('one that is switched off runs no more', async () => {
    expect(await find('heartbeat')).toMatchObject({ enabled: false, nextRunAt: null })
    expect(await monitors('list')).toMatch(/^heartbeat +\S.* off +– +– +–$/m)
  })

  test('how the last runs went is told until the next one completes', async () => {
    const at = clinic.clock.now()
    await note({ startedAt: at, failedAt: at, failure: 'NODE_UNREACHABLE' })
    expect(await monitors('list')).toMatch(
      /^chain-health .* fails +– +2026-01-01 09:00 UTC, NODE_UNREACHABLE/m,
    )
    await note({ completedAt: at, failure: null })
    expect(await monitors('list')).toMatch(
      /^chain-health .* on +2026-01-01 09:00 UTC +2026-01-01 09:00 UTC +2026/m,
    )
  })

  test('one whose cron counts seconds is listed to the second', async () => {
    const completedAt = new Date('2026-01-01T08:59:50.000Z')
    await clinic.deps.store.transaction((unit) => unit.noteRun({ monitor: 'reconcile', completedAt }))
    expect(await monitors('list')).toMatch(
      /^reconcile .* 2026-01-01 08:59:50 UTC .* 2026-01-01 09:00:10 UTC$/m,
    )
  })
})

describe('where no MediKey runs', () => {
  test('the store is asked, and nothing has a next run', async () => {
    await (await openStore({ databaseUrl: null, dataDir: dir })).close()
    const shown = await monitors('list')
    expect(shown).toMatch(/^chain-health .* on +– +– +–$/m)
    expect(shown).toContain('No MediKey runs here: medikey start starts one.')
  })

  test('and none ever did, it says so', async () => {
    await expect(monitors('list')).rejects.toThrow('There is no store in')
  })

  test('and somebody else holds the store, it says who', async () => {
    await (await openStore({ databaseUrl: null, dataDir: dir })).close()
    const lock = await lockDataDir({ dataDir: dir, name: 'medikey', command: 'medikey check' })
    try {
      await expect(monitors('list')).rejects.toThrow('medikey check')
    } finally {
      lock.release()
    }
  })
})
