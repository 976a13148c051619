import { createClinic } from '@medikey/core/testing'
import { expect, test } from 'vitest'
import { createRecordedLogger } from '../../testing/createRecordedLogger.ts'
import { createReportedRun } from '../loops/createReportedRun.ts'
import { wasStopped } from './wasStopped.ts'

test('a process that ended its loops was stopped, one that left them was not', async () => {
  const { deps } = createClinic()
  const { logger } = createRecordedLogger()
  await deps.store.transaction((unit) => unit.noteRun({ monitor: 'heartbeat', dueBy: new Date(0) }))
  const loop = createReportedRun(deps, { name: 'follower', run: async () => {}, logger })
  await loop.begin()
  await loop.run()
  expect(await wasStopped(deps)).toBe(false)
  await loop.end()
  expect(await wasStopped(deps)).toBe(true)
})
