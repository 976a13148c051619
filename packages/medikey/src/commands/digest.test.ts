import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClinic, people } from '@medikey/core/testing'
import { createLogger, serveControl } from '@medikey/runtime'
import { openStore } from '@medikey/store'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTestContext } from '../../testing/createTestContext.ts'
import { createReadDigestHandler } from '../operate/createReadDigestHandler.ts'
import { createDigestCommand } from './digest.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'mk-digest-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

async function digest(...args: string[]): Promise<string> {
  const run = createTestContext({ cwd: dir, env: { MEDIKEY_DATA_DIR: dir } })
  await createDigestCommand(run.context).exitOverride().parseAsync(args, { from: 'user' })
  return run.stdout()
}

describe('in the running MediKey', () => {
  // It is 9 o'clock on the first of January.
  const clinic = createClinic()
  beforeEach(async () => {
    const hour = new Date('2025-12-31T08:00:00.000Z')
    await clinic.deps.store.transaction((unit) =>
      unit.addDraws([{ principal: people.nadia, hour, asPhysician: false, draws: 1, volume: 2n ** 128n }]),
    )
    const server = await serveControl({
      socketPath: join(dir, 'medikey.sock'),
      handlers: { 'read-digest': createReadDigestHandler(clinic.deps) },
      logger: createLogger({ level: 'silent', name: 'test' }),
    })
    return () => server.close({ graceMs: 0 })
  })

  test('it is printed as it is posted, and nothing is posted or written', async () => {
    const shown = await digest()
    expect(shown).toContain('Daily digest: Wednesday 31 December 2025')
    expect(shown).toMatch(/nadia [\d.]+ × 10³⁸/)
    expect(readdirSync(dir)).toEqual(['medikey.sock'])
    expect(clinic.memory.listJobs()).toEqual([])
    expect(await clinic.deps.store.getDigest('daily-2025-12-31')).toBeNull()
  })

  test('its pictures are drawn where they are wanted', async () => {
    const told = JSON.parse(await digest('daily', '--out', 'pictures', '--json'))
    const file = join(dir, 'pictures', 'daily-2025-12-31-draws.png')
    expect(told).toMatchObject({
      id: 'daily-2025-12-31',
      charts: [{ name: 'draws', alt: expect.stringContaining('nadia') }],
      files: [file],
    })
    expect(readFileSync(file).subarray(1, 4).toString()).toBe('PNG')
  })

  test('today’s is told so far', async () => {
    await clinic.deps.store.transaction((unit) =>
      unit.addDraws([
        {
          principal: people.tom,
          hour: new Date('2026-01-01T08:00:00.000Z'),
          asPhysician: false,
          draws: 1,
          volume: 40n,
        },
      ]),
    )
    const shown = await digest('today')
    expect(shown).toContain('Daily digest: Thursday 1 January 2026')
    expect(shown).toContain('tom 40')
    expect(clinic.memory.listJobs()).toEqual([])
  })

  test('the week’s is the last one that is over', async () => {
    expect(JSON.parse(await digest('weekly', '--json'))).toMatchObject({ id: 'weekly-2025-W52', files: [] })
  })
})

test('on the store alone it says that nothing happened, and draws nothing', async () => {
  const opened = await openStore({ databaseUrl: null, dataDir: dir })
  await opened.close()
  const shown = (await digest('daily', '--out', 'pictures')).replace(/\s+/g, ' ')
  expect(shown).toContain('Nothing happened on')
  expect(shown).not.toContain('Beside')
  expect(shown).toContain('No pictures: there is nothing to show.')
  expect(existsSync(join(dir, 'pictures'))).toBe(false)
})
