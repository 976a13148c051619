import { beforeEach, expect, test } from 'vitest'
import { type Clinic, createClinic, createMemoryStore, people } from '../../testing/index.ts'
import { bindChain } from '../follower/bindChain.ts'
import { followOnce } from '../follower/followOnce.ts'
import type { ScheduledMonitor } from './monitors.ts'
import { previewMonitor } from './previewMonitor.ts'
import { replayMonitor } from './replayMonitor.ts'

let clinic: Clinic
beforeEach(async () => {
  clinic = createClinic()
  await bindChain(clinic.deps)
})

const draw = (accessVolume: bigint) =>
  clinic.ledger.act({
    sender: people.alice,
    call: { functionName: 'accessMedicalData', recordId: 2n, accessVolume },
  })
const archive = () =>
  clinic.ledger.act({ sender: people.alice, call: { functionName: 'archiveRecord', recordId: 2n } })
const getHeight = async () => (await clinic.deps.ledger.getTip()).blockHeight
const replay = async (monitor: ScheduledMonitor, height: number) => {
  await followOnce(clinic.deps)
  const { store: past } = createMemoryStore({ clock: clinic.clock })
  const { findings, at } = await replayMonitor(clinic.deps, { monitor, height, past })
  return { at, told: findings.map(({ severity, subject }) => `${severity} ${subject}`) }
}

test('the past is judged as it was then, with what had happened by then', async () => {
  draw(45n)
  const [nearly, nearlyAt] = [await getHeight(), clinic.clock.now()]
  clinic.clock.advance(3_600_000)
  draw(5n)
  const full = await getHeight()
  archive()
  expect(await replay('access-volume', nearly)).toEqual({ at: nearlyAt, told: ['info record 2'] })
  expect(await replay('access-volume', full)).toMatchObject({ told: ['warning record 2'] })
  expect(await replay('access-volume', await getHeight())).toMatchObject({ told: [] })
})

test('neither the past nor a preview leaves a trace, however much there is to look at', async () => {
  for (let index = 0; index < 800; index += 1)
    clinic.ledger.act({
      sender: people.ben,
      call: { functionName: 'accessMedicalData', recordId: 3n, accessVolume: 1n },
    })
  const { told } = await replay('access-volume', await getHeight())
  expect(told).toEqual(['info record 3'])
  const { store } = clinic.deps
  const now = clinic.clock.now()
  expect(await previewMonitor(clinic.deps, { monitor: 'access-volume', state: null, now })).toMatchObject([
    { rule: 'record-drawn', severity: 'info', recordId: 3n },
  ])
  expect(await store.listAlerts({ limit: 10 })).toEqual([])
  expect(await store.getMonitorState('access-volume')).toBeNull()
})

test('what asks for the present has no past', async () => {
  for (const monitor of ['chain-health', 'heartbeat', 'reconcile', 'transaction-health'] as const)
    await expect(replay(monitor, 1)).rejects.toMatchObject({
      code: 'MONITOR_WITHOUT_PAST',
      userMessage: expect.stringContaining('run it without --at-height'),
    })
})

test('a block that is not there is refused', async () => {
  await expect(replay('access-volume', 9_999)).rejects.toMatchObject({ code: 'NO_SUCH_BLOCK' })
})
