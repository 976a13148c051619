import { beforeEach, expect, test } from 'vitest'
import { type Clinic, createClinic, people } from '../../testing/index.ts'
import { bindChain } from '../follower/bindChain.ts'
import { followOnce } from '../follower/followOnce.ts'
import { lookOnce } from './lookOnce.ts'
import type { ScheduledMonitor } from './monitors.ts'

let clinic: Clinic
beforeEach(() => {
  clinic = createClinic()
})

const look = async (monitor: ScheduledMonitor) => {
  await followOnce(clinic.deps)
  const { report } = await lookOnce(clinic.deps, { monitor })
  return report.holds.map(({ rule, recordId }) => `${rule} ${recordId}`)
}
const archive = (recordId: bigint) =>
  clinic.ledger.act({ sender: people.alice, call: { functionName: 'archiveRecord', recordId } })
const grant = () =>
  clinic.ledger.act({
    sender: people.alice,
    call: { functionName: 'grantMedicalAccess', recordId: 1n, medicalStaff: people.tom, accessLimit: 10n },
  })

test('a first look tells what holds since before MediKey was installed, and nothing that only happened then', async () => {
  grant()
  archive(1n)
  await bindChain(clinic.deps)
  archive(2n)
  expect((await look('record-archival')).sort()).toEqual(['archived-with-privileges 1', 'record-archived 2'])
})

test('refusals from before MediKey was installed are history', async () => {
  const refuse = (index: number) => ({
    txid: `0x${index}`,
    blockHeight: index,
    blockHash: '0xb',
    blockTime: new Date(Date.UTC(2026, 0, 1, 8, index)),
    sender: people.tom,
    functionName: 'access-medical-data',
    recordId: 1n,
    code: 105n,
  })
  const insert = (calls: ReturnType<typeof refuse>[]) =>
    clinic.deps.store.transaction((unit) => unit.insertFailedCalls(calls))
  const { installedAtHeight } = await bindChain(clinic.deps)
  await insert([1, 2, 3, 4, 5].map((index) => ({ ...refuse(index), blockHeight: installedAtHeight })))
  expect(await look('access-volume')).toEqual([])
  await insert(
    [40, 41, 42, 43, 44].map((index) => ({ ...refuse(index), blockHeight: installedAtHeight + 1 })),
  )
  expect(await look('access-volume')).toEqual(['denied-calls 1'])
})
