import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Finding } from '@medikey/core'
import { type Clinic, createClinic, reportFindings, sampleFinding } from '@medikey/core/testing'
import { createLogger, lockDataDir, serveControl } from '@medikey/runtime'
import { openStore } from '@medikey/store'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTestContext } from '../../testing/createTestContext.ts'
import { createActOnAlertHandler } from '../operate/createActOnAlertHandler.ts'
import { createListAlertsHandler } from '../operate/createListAlertsHandler.ts'
import { createAlertsCommand } from './alerts.ts'

let dir: string
let ends: (() => Promise<unknown>)[]
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'mk-alerts-'))
  ends = []
})
afterEach(async () => {
  for (const end of ends.reverse()) await end()
  rmSync(dir, { recursive: true })
})

async function alerts(...args: string[]) {
  const run = createTestContext({ cwd: dir, env: { MEDIKEY_DATA_DIR: dir } })
  const command = createAlertsCommand(run.context).exitOverride()
  for (const sub of command.commands) sub.exitOverride().configureOutput({ writeErr: () => {} })
  await command.parseAsync(args, { from: 'user' })
  return run.stdout()
}

const drawn: Partial<Finding> = {
  rule: 'record-drawn',
  severity: 'warning',
  kind: 'condition',
  fingerprint: 'record-drawn:2',
  cause: 'alice',
  subject: 'record 2',
}

async function raise({ deps }: Pick<Clinic, 'deps'>, finding: Partial<Finding>): Promise<string> {
  const [alert] = await reportFindings(deps, { holds: [sampleFinding(finding)] })
  return alert?.id ?? ''
}

describe('in the running MediKey', () => {
  let clinic: Clinic
  beforeEach(async () => {
    clinic = createClinic()
    const server = await serveControl({
      socketPath: join(dir, 'medikey.sock'),
      handlers: {
        'list-alerts': createListAlertsHandler(clinic.deps),
        'act-on-alert': createActOnAlertHandler(clinic.deps),
      },
      logger: createLogger({ level: 'silent', name: 'test' }),
    })
    ends.push(() => server.close({ graceMs: 0 }))
  })

  test('there is nothing to list, and it says where the old ones are', async () => {
    expect(await alerts('list')).toContain('medikey alerts list --all')
    expect(await alerts('list', '--all')).toBe('There has been no alert yet.\n')
  })

  test('open ones are a table, the most severe first', async () => {
    const warning = await raise(clinic, drawn)
    const critical = await raise(clinic, {})
    const [head, first, second] = (await alerts('list')).split('\n')
    expect(head).toMatch(/^id +severity +state +since +what$/)
    expect(first).toMatch(
      new RegExp(`^${critical} +critical +firing +2026-.* UTC +grant without approval: record 7$`),
    )
    expect(second).toMatch(
      new RegExp(`^${warning} +warning +firing +.*record with little or nothing left: record 2$`),
    )
  })

  test('one is acknowledged once, by nobody of the chat', async () => {
    const id = await raise(clinic, drawn)
    expect(await alerts('ack', id)).toContain('is acknowledged')
    expect(await clinic.deps.store.getAlert(id)).toMatchObject({
      status: 'acknowledged',
      acknowledgedBy: null,
    })
    expect(await alerts('ack', id)).toContain('was acknowledged by the operator')
    expect(await alerts('list')).toContain('acknowledged')
  })

  test('one is silenced with a reason of several words, and the silence ended', async () => {
    const id = await raise(clinic, drawn)
    await alerts('silence', id, '8h', 'known,', 'the', 'ward', 'moves')
    expect((await clinic.deps.store.getAlert(id))?.silenceReason).toBe('known, the ward moves')
    expect(await alerts('list')).toMatch(/firing, silenced until 2026-.* UTC/)
    await alerts('unsilence', id)
    expect(await alerts('list')).not.toContain('silenced')
  })

  test('JSON is for scripts', async () => {
    const id = await raise(clinic, drawn)
    expect(JSON.parse(await alerts('list', '--json'))).toMatchObject({
      alerts: [{ id, rule: 'record-drawn', severity: 'warning', findings: 1, subjects: ['record 2'] }],
      isCut: false,
    })
    for (const changed of [true, false])
      expect(JSON.parse(await alerts('ack', id, '--json'))).toEqual({
        said: expect.any(String),
        changed,
        status: 'acknowledged',
      })
    expect(JSON.parse(await alerts('list', '--json')).alerts).toMatchObject([{ acknowledgedBy: 'operator' }])
  })

  test('what is over is listed with --all', async () => {
    const id = await raise(clinic, {})
    await alerts('ack', id)
    expect(await alerts('list')).toContain('No alert is open')
    expect(await alerts('list', '--all')).toMatch(new RegExp(`${id} +critical +resolved .*: record 7`))
  })

  test('a silence that outlives its alert is listed, with how to end it', async () => {
    const id = await raise(clinic, {})
    await alerts('silence', id, '8h', 'ward', 'round')
    expect(await alerts('list')).not.toContain('alerts like it')
    await alerts('ack', id)
    const line = new RegExp(
      `^Silenced until 2026-.* UTC .medikey alerts unsilence ${id}.: grant without approval: record 7, and alerts like it; ward round$`,
      'm',
    )
    for (const args of [[], ['--all']]) expect(await alerts('list', ...args)).toMatch(line)
    expect(JSON.parse(await alerts('list', '--json'))).toMatchObject({
      alerts: [],
      silences: [{ alertId: id, rule: 'unsanctioned-grant', reason: 'ward round' }],
    })
    await alerts('unsilence', id)
    expect(await alerts('list')).not.toContain('Silenced')
  })

  test.each([
    [
      'an id that there is not',
      ['ack', 'nosuchalert'],
      'no such alert. Open ones are listed by medikey alerts list.',
    ],
    [
      'an id that is none',
      ['ack', '../../etc'],
      'no such alert. Open ones are listed by medikey alerts list.',
    ],
    [
      'an id of any length',
      ['ack', 'x'.repeat(20_000)],
      'no such alert. Open ones are listed by medikey alerts list.',
    ],
    ['no end', ['silence', 'x', 'forever', 'known'], 'at most 30 days'],
    ['an end too far away', ['silence', 'x', '100y', 'known'], 'at most 30 days'],
    ['no reason', ['silence', 'x', '8h', ' '], 'Give a reason'],
  ])('%s is refused with a sentence', async (_, args, sentence) => {
    await expect(alerts(...args)).rejects.toThrow(
      expect.objectContaining({ userMessage: expect.stringContaining(sentence) }),
    )
  })

  test('nothing a finding says reaches the terminal as a command to it', async () => {
    await raise(clinic, { ...drawn, subject: 'record\u001b[2J 2\n' })
    expect(await alerts('list')).not.toContain('\u001b')
  })
})

describe('where no MediKey runs', () => {
  test('it is done on the store, and told at the next start', async () => {
    const clinic = createClinic()
    const opened = await openStore({ databaseUrl: null, dataDir: dir })
    const id = await raise({ deps: { ...clinic.deps, store: opened.store } }, drawn)
    await opened.close()
    expect(await alerts('list')).toContain(id)
    expect(await alerts('ack', id)).toContain('acknowledged')
    expect(JSON.parse(await alerts('list', '--json')).alerts).toMatchObject([{ id, status: 'acknowledged' }])
  })

  test('and it is just starting, it says so', async () => {
    mkdirSync(join(dir, 'store'))
    const lock = await lockDataDir({ dataDir: dir, name: 'medikey', command: 'medikey start' })
    try {
      await expect(alerts('list')).rejects.toThrow('MediKey is just starting or stopping')
    } finally {
      lock.release()
    }
  })

  test('and none ever did, it says so and makes nothing', async () => {
    await expect(alerts('list')).rejects.toThrow('There is no store in')
  })
})
