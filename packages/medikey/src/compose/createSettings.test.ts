import { alertsSchema, digestSchema, monitorsSchema } from '@medikey/core'
import { expect, test } from 'vitest'
import { getPersona } from '../demo/getPersona.ts'
import { createSettings } from './createSettings.ts'

const policy = { approvalExpiresIn: 1, executionExpiresIn: 2 }
const auditors = [getPersona('alice').principal]
const config = {
  network: 'devnet',
  contract: `${getPersona('cmo').principal}.medvault`,
  approvals: { grant: policy, revoke: policy },
  auditors,
  alerts: alertsSchema.parse({ repeatEvery: '2h' }),
  monitors: monitorsSchema.parse({ heartbeat: { factor: 9 } }),
  digest: digestSchema.parse({ weekly: { enabled: false } }),
} as const
const chain = { apiUrl: 'http://127.0.0.1:3999', isLocal: true }

test('the auditors are those of medikey.yaml', () => {
  expect(createSettings({ config, platforms: ['slack'], ...chain }).auditors).toEqual(auditors)
})

test('the demo on a terminal has its own auditor besides', () => {
  const { auditors: known } = createSettings({ config, platforms: ['terminal'], ...chain })
  expect(known).toEqual([...auditors, getPersona('ines').principal])
})

test('alerts, monitors and digests are as medikey.yaml says', () => {
  const { alerts, monitors, digest } = createSettings({ config, platforms: ['slack'], ...chain })
  expect(alerts).toMatchObject({ repeatEveryMs: 7_200_000 })
  expect(monitors.heartbeat.factor).toBe(9)
  expect(digest.weekly.enabled).toBe(false)
})
