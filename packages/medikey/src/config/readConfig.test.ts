import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { alertsSchema, monitorsSchema } from '@medikey/core'
import { ConfigError } from '@medikey/runtime'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from './readConfig.ts'

let cwd: string
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'medikey-config-'))
})
afterEach(() => rm(cwd, { recursive: true }))

async function read(yaml: string) {
  await writeFile(join(cwd, 'medikey.yaml'), yaml)
  return readConfig({ env: {}, cwd })
}

const expiry = (text: string) => `approvals: { grant: { approvalExpiresIn: ${text} } }`

test.each([
  ['30m', 1_800_000],
  ['8H', 28_800_000],
  ['2w', 1_209_600_000],
  ['366d', 31_622_400_000],
])('a duration of the file is read as it is in chat: %s', async (text, milliseconds) => {
  expect((await read(expiry(text))).approvals.grant.approvalExpiresIn).toBe(milliseconds)
})

test.each(['8 h', '0h', '-1h', '1.5h', '90s', '367d', '53w'])('%s is no duration', async (text) => {
  await expect(read(expiry(text))).rejects.toMatchObject({
    problems: [
      'approvals.grant.approvalExpiresIn must be a duration such as 30m, 8h, 7d or 2w, at most a year.',
    ],
  })
})

test('an address of another network is named, with what is wrong', async () => {
  const reading = read('auditors: [SP2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC]')
  await expect(reading).rejects.toBeInstanceOf(ConfigError)
  await expect(reading).rejects.toMatchObject({ problems: [expect.stringMatching(/^auditors\[0\]: /)] })
})

test('without a section the monitors and the alerts have their defaults', async () => {
  const { monitors, alerts } = await read('network: devnet')
  expect(monitors).toEqual(monitorsSchema.parse({}))
  expect(alerts).toEqual(alertsSchema.parse({}))
  expect(await read('monitors:\n  heartbeat:\n    cron:\nalerts:\n')).toMatchObject({ monitors, alerts })
})

test('monitors are set by name: when they run, how severe, for how long, and their bounds', async () => {
  const { monitors } = await read(`
monitors:
  timeZone: Europe/Berlin
  chain-health: { staleAfter: 1h, severity: { chain-stale: critical }, for: { chain-stale: 5m } }
  heartbeat: { enabled: false, cron: "*/10 * * * * *", factor: 5 }
`)
  expect(monitors).toMatchObject({
    timeZone: 'Europe/Berlin',
    'chain-health': {
      staleAfter: 3_600_000,
      severity: { 'chain-stale': 'critical' },
      for: { 'chain-stale': 300_000, 'chain-unreachable': 120_000 },
    },
    heartbeat: { enabled: false, cron: '*/10 * * * * *', factor: 5 },
  })
})

test('of a number that is too small, too large or not whole is told what it may be', async () => {
  const reading = read(`
monitors:
  access-volume: { drawRate: { minVolume: 0 } }
  reconcile: { mostRecords: 24 }
  transaction-health: { balanceCalls: 10001 }
  chain-health: { reorgBlocks: 1.5 }
`)
  await expect(reading).rejects.toMatchObject({
    problems: [
      'monitors.access-volume.drawRate.minVolume must be 1 or more.',
      'monitors.transaction-health.balanceCalls must be 10000 or less.',
      'monitors.reconcile.mostRecords must be 25 or more.',
      'monitors.chain-health.reorgBlocks must be a whole number.',
    ],
  })
})

test('everything that is wrong with the monitors and alerts is told by name', async () => {
  const reading = read(`
monitors:
  timeZone: Mars/Base
  nurses: {}
  chain-health: { staleAfter: soon, severity: { chain-stale: bad, chain-old: info }, cron: every day }
  heartbeat: { cron: 61 * * * *, factor: often, every: 1 }
alerts: { repeatEvery: 4 }
`)
  await expect(reading).rejects.toMatchObject({
    problems: expect.toSatisfy((problems: string[]) => {
      expect(problems.toSorted()).toEqual([
        'alerts.repeatEvery must be a duration such as 30m, 8h, 7d or 2w.',
        'monitors.chain-health.cron must be a cron expression such as "*/5 * * * *", and of days that come, of the month or of the week and not of both.',
        'monitors.chain-health.severity.chain-old is not a setting: remove it or correct its spelling.',
        'monitors.chain-health.severity.chain-stale must be info, warning or critical.',
        'monitors.chain-health.staleAfter must be a duration such as 30m, 8h, 7d or 2w.',
        'monitors.heartbeat.cron must be a cron expression such as "*/5 * * * *", and of days that come, of the month or of the week and not of both.',
        'monitors.heartbeat.every is not a setting: remove it or correct its spelling.',
        'monitors.heartbeat.factor must be a number.',
        'monitors.nurses is not a setting: remove it or correct its spelling.',
        'monitors.timeZone must be a time zone such as Europe/Berlin or UTC.',
      ])
      return true
    }),
  })
})

test('bounds that stand the wrong way round are refused by name, also where one of them is the default', async () => {
  const reading = read(`
monitors:
  maintenance-status: { longAfter: 10h, criticalAfter: 2h }
  grant-expiry: { outlivedAfter: 8h }
  transaction-health: { stuckAfter: 6h, stuckCriticalAfter: 6h }
  request-reminder: { hours: { from: "18:00", until: "08:00", days: [] } }
`)
  await expect(reading).rejects.toMatchObject({
    problems: expect.toSatisfy((problems: string[]) => {
      expect(problems.toSorted()).toEqual([
        'monitors.grant-expiry.outlivedCriticalAfter must be longer than outlivedAfter.',
        'monitors.maintenance-status.criticalAfter must be longer than longAfter.',
        'monitors.request-reminder.hours.days must name at least one day.',
        'monitors.request-reminder.hours.until must be later than from.',
        'monitors.transaction-health.stuckCriticalAfter must be longer than stuckAfter.',
      ])
      return true
    }),
  })
})

test('digests are set by period, and what is wrong with them is told', async () => {
  const { digest } = await read('digest: { daily: { cron: "30 6 * * 1-5" }, weekly: { enabled: false } }')
  expect(digest).toEqual({
    daily: { enabled: true, cron: '30 6 * * 1-5' },
    weekly: { enabled: false, cron: '0 7 * * 1' },
  })
  const reading = read('digest: { daily: { cron: "0 0 30 2 *" }, monthly: {} }')
  await expect(reading).rejects.toMatchObject({
    problems: expect.toSatisfy((problems: string[]) => {
      expect(problems.toSorted()).toEqual([
        'digest.daily.cron must be a cron expression such as "*/5 * * * *", and of days that come, of the month or of the week and not of both.',
        'digest.monthly is not a setting: remove it or correct its spelling.',
      ])
      return true
    }),
  })
})
