import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { connectPglite } from '../connection/connectPglite.ts'
import { createReader } from '../unit/createReader.ts'
import { runMigrations } from './runMigrations.ts'

const MIGRATIONS = join(import.meta.dirname, '../../migrations')

/** The migrations as they were before alerts had findings. */
async function copyOlderMigrations(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'medikey-migrations-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await cp(MIGRATIONS, folder, { recursive: true })
  const path = join(folder, 'meta/_journal.json')
  const journal = JSON.parse(await readFile(path, 'utf8'))
  const first = journal.entries.findIndex(({ tag }: { tag: string }) => tag.endsWith('_alerts'))
  expect(first).toBeGreaterThan(0)
  await writeFile(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, first) }))
  return folder
}

test('alerts of an older version are over, keep their messages, and are not found again', async () => {
  const connection = await connectPglite({ directory: null })
  onTestFinished(() => connection.close())
  await connection.migrate({ migrationsFolder: await copyOlderMigrations() })
  const { db } = connection
  const old = [
    ['a1', 'unsanctioned-change', 'critical', 'unsanctioned-change:0xa:1', 7],
    ['a2', 'maintenance-status', 'warning', 'maintenance-status:0xb:0', null],
    ['a3', 'maintenance-status', 'info', 'maintenance-status:0xc:0', null],
  ] as const
  for (const [id, rule, severity, fingerprint, recordId] of old)
    await db.execute(sql`
      insert into alerts (id, rule, severity, fingerprint, subject, summary, record_id, status, raised_at)
      values (${id}, ${rule}, ${severity}, ${fingerprint}, 'subject', 'summary', ${recordId}, 'firing', '2026-01-01T09:00Z')`)
  await db.execute(sql`
    insert into posts (id, alert_id, platform, kind, due_at, created_at)
    values ('p1', 'a1', 'slack', 'alert', now(), now())`)

  await runMigrations(connection)

  const store = createReader(db)
  const at = new Date('2026-01-01T09:00Z')
  expect(await store.listAlerts({ limit: 10 })).toMatchObject([
    { id: 'a3', rule: 'maintenance-ended', severity: 'info' },
    { id: 'a2', rule: 'maintenance-began', severity: 'warning' },
    {
      id: 'a1',
      rule: 'unsanctioned-grant',
      severity: 'critical',
      status: 'resolved',
      startedAt: at,
      toldAt: at,
    },
  ])
  expect(await store.countOpenAlerts()).toBe(0)
  expect(await store.listAlertFindings({ alertId: 'a1' })).toMatchObject([
    {
      kind: 'happening',
      subject: 'subject',
      summary: 'summary',
      recordId: 7n,
      at,
      endedAt: at,
      stage: 'told',
    },
  ])
  const fingerprints = ['unsanctioned-grant:0xa:1', 'maintenance-began:0xb:0', 'maintenance-ended:0xc:0']
  // A maintenance that lasts is found again, so that what waits for its end does.
  expect((await store.findFindings({ fingerprints })).map(({ fingerprint }) => fingerprint)).toEqual([
    'unsanctioned-grant:0xa:1',
    'maintenance-ended:0xc:0',
  ])
  const lanes = await store.listDueLanes({ now: new Date(), staleBefore: at, limit: 10 })
  expect(lanes).toEqual([{ subject: { alertId: 'a1' }, platform: 'slack' }])
}, 60_000)
