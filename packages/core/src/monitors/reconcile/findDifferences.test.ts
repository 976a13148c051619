import type { ContractCall } from '@medikey/contract-client'
import { beforeEach, expect, test } from 'vitest'
import { type Clinic, createClinic, people } from '../../../testing/index.ts'
import { type ClinicWatch, watchClinic } from '../../../testing/watchClinic.ts'
import { followOnce } from '../../follower/followOnce.ts'
import type { ProjectionChanges } from '../../model/Projection.ts'
import { findDifferences } from './findDifferences.ts'
import { reconcileSchema } from './reconcileSchema.ts'

const DAY_MS = 86_400_000
const RUN_MS = 300_000

let clinic: Clinic
let watch: ClinicWatch
beforeEach(async () => {
  clinic = createClinic()
  watch = watchClinic(clinic, { monitor: findDifferences, settings: reconcileSchema.parse(undefined) })
  act({ functionName: 'grantMedicalAccess', recordId: 1n, medicalStaff: people.tom, accessLimit: 10n })
  await followOnce(clinic.deps)
})

const act = (call: ContractCall, sender: string = people.alice) => clinic.ledger.act({ sender, call })
const nothing: ProjectionChanges = {
  ...{ created: [], volumes: [], archived: [], granted: [], usages: [], revoked: [], draws: [] },
}
/** Changes the projection without the chain. */
const corrupt = (changes: Partial<ProjectionChanges>) =>
  clinic.deps.store.transaction((unit) => unit.applyChanges({ ...nothing, ...changes }))
const drawn = (accessedVolume: bigint) => ({ volumes: [{ recordId: 1n, accessedVolume }] })

/** Every run of a day. */
async function lookForADay(): Promise<{ found: string[]; ended: string[]; summaries: string[] }> {
  const [found, ended, summaries]: [string[], string[], string[]] = [[], [], []]
  for (let passed = 0; passed <= DAY_MS; passed += RUN_MS) {
    const sight = await watch.look()
    found.push(...sight.found.map(({ subject }) => subject))
    summaries.push(...sight.found.map(({ summary }) => summary))
    ended.push(...sight.ended)
    clinic.clock.advance(RUN_MS)
  }
  return { found, ended, summaries }
}

test('a projection that is as the chain is tells nothing all day', async () => {
  expect(await lookForADay()).toEqual({ found: [], ended: [], summaries: [] })
})

test('every difference is found within a day, however small', async () => {
  await corrupt({
    ...drawn(5n),
    archived: [2n],
    usages: [{ recordId: 1n, medicalStaff: people.tom, usage: 1n }],
    granted: [
      {
        ...{ recordId: 3n, medicalStaff: people.tom, accessLimit: 1n, usage: 0n },
        ...{ txid: '0x1', grantedAt: new Date(0) },
      },
    ],
  })
  const { found, summaries } = await lookForADay()
  expect(found.sort()).toEqual(['record 1', 'record 2', 'record 3'])
  expect(summaries.find((text) => text.includes('record 1 '))).toContain(
    'drawn volume, 1 of its privileges. ',
  )
})

test('the number of records and maintenance are compared in every run', async () => {
  await corrupt({
    created: [
      {
        ...{ recordId: 5n, physician: people.alice, recordCategory: 'x', dataVolume: 1n },
        ...{ accessedVolume: 0n, createdAtHeight: 1n, activeRecord: true },
      },
    ],
  })
  const { found } = await watch.look()
  expect(found.map(({ summary }) => summary)).toEqual([
    expect.stringContaining('the number of records differs from the chain: 5 instead of 4.'),
  ])
})

test('a difference that is gone ends at the next run, whatever the sample is then', async () => {
  await corrupt(drawn(5n))
  expect((await lookForADay()).found).toEqual(['record 1'])
  await corrupt(drawn(0n))
  clinic.clock.advance(RUN_MS)
  expect((await watch.look()).ended).toEqual(['projection-differs:record 1'])
})

test('what the follower has not read yet is no difference', async () => {
  const settings = reconcileSchema.parse(undefined)
  act({ functionName: 'accessMedicalData', recordId: 1n, accessVolume: 5n })
  act({ functionName: 'enableMaintenance' }, people.cmo)
  const now = clinic.clock.now()
  const look = { changes: [], failedCalls: [], since: new Date(now.getTime() - DAY_MS), now }
  expect((await findDifferences(clinic.deps, look, settings)).holds).toEqual([])
})

test('nothing is judged while a reorg has yet to be followed', async () => {
  act({ functionName: 'accessMedicalData', recordId: 1n, accessVolume: 5n })
  await followOnce(clinic.deps)
  clinic.ledger.orphanTip()
  clinic.ledger.advanceTenure(1)
  const now = clinic.clock.now()
  const since = new Date(now.getTime() - DAY_MS)
  const report = await findDifferences(
    clinic.deps,
    { changes: [], failedCalls: [], since, now },
    reconcileSchema.parse(undefined),
  )
  expect(report).toEqual({ holds: [], ended: [] })
})

/** Records that MediKey knows and the chain does not. */
const createUnknown = (recordIds: readonly bigint[]) =>
  corrupt({
    created: recordIds.map((recordId) => ({
      ...{ recordId, physician: people.alice, recordCategory: 'x', dataVolume: 1n },
      ...{ accessedVolume: 0n, createdAtHeight: 1n, activeRecord: true },
    })),
  })

test('records that are too many for a run all have their turn within a few days', async () => {
  const settings = { ...reconcileSchema.parse(undefined), mostRecords: 2 }
  watch = watchClinic(clinic, { monitor: findDifferences, settings })
  const unknown = Array.from({ length: 20 }, (_, index) => BigInt(index + 5))
  await createUnknown(unknown)
  const found = (await watch.look()).found.map(({ subject }) => subject)
  // Of 24 records six have their turn in six hours, and a run compares two.
  for (let run = 0; run < 3 * 4; run += 1) {
    clinic.clock.advance(DAY_MS / 4)
    found.push(...(await watch.look()).found.map(({ subject }) => subject))
  }
  expect(found.filter((subject) => subject.startsWith('record ')).length).toBe(20)
})

test('records with very many privileges are bounded in a run as well, and all have their turn', async () => {
  const granted = [1n, 2n, 3n, 4n].flatMap((recordId) =>
    Array.from({ length: 500 }, (_, index) => ({
      ...{ recordId, medicalStaff: `ST${index}`, accessLimit: 1n, usage: 0n },
      ...{ txid: '0x1', grantedAt: new Date(0) },
    })),
  )
  await corrupt({ granted })
  const reads: number[] = []
  const found: string[] = []
  for (let day = 0; day < 3; day += 1) {
    let count = 0
    clinic.ledger.disturbReads(() => {
      count += 1
    })
    const now = clinic.clock.now()
    const look = { changes: [], failedCalls: [], since: new Date(now.getTime() - DAY_MS), now }
    const { holds } = await findDifferences(clinic.deps, look, reconcileSchema.parse(undefined))
    found.push(...holds.map(({ subject }) => subject))
    reads.push(count)
    clinic.clock.advance(DAY_MS)
  }
  expect(new Set(found)).toEqual(new Set(['record 1', 'record 2', 'record 3', 'record 4']))
  // All of them are 4,000 reads, and what differs is read twice.
  expect(Math.max(...reads)).toBeLessThan(4_100)
})

test('what differed and has very many privileges is not all compared in every run', async () => {
  const granted = [1n, 2n, 3n, 4n].flatMap((recordId) =>
    Array.from({ length: 300 }, (_, index) => ({
      ...{ recordId, medicalStaff: `ST${index}`, accessLimit: 1n, usage: 0n },
      ...{ txid: '0x1', grantedAt: new Date(0) },
    })),
  )
  await corrupt({ granted })
  await watch.look()
  for (let day = 0; day < 2; day += 1) {
    clinic.clock.advance(DAY_MS)
    await watch.look()
  }
  expect(watch.listHeld()).toHaveLength(4)
  let reads = 0
  clinic.ledger.disturbReads(() => {
    reads += 1
  })
  clinic.clock.advance(RUN_MS)
  await watch.look()
  // One of them is 600 reads, and read twice.
  expect(reads).toBeGreaterThan(1_200)
  expect(reads).toBeLessThan(1_300)
  expect(watch.listHeld()).toHaveLength(4)
})

test('differences that are too many for a run end as their turn comes', async () => {
  const unknown = Array.from({ length: 400 }, (_, index) => BigInt(index + 5))
  const created = unknown.map(
    () => ({ functionName: 'createMedicalRecord', recordCategory: 'x', dataVolume: 9n }) as const,
  )
  for (const call of created) act(call)
  await followOnce(clinic.deps)
  const setVolumes = (accessedVolume: bigint) =>
    corrupt({ volumes: unknown.map((recordId) => ({ recordId, accessedVolume })) })
  await setVolumes(5n)
  await watch.look()
  clinic.clock.advance(DAY_MS)
  await watch.look()
  expect(watch.listHeld()).toHaveLength(400)
  const compared: number[] = []
  const { getMedicalRecords } = clinic.ledger
  clinic.ledger.getMedicalRecords = (options) => {
    compared.push(options.recordIds.length)
    return getMedicalRecords(options)
  }
  await setVolumes(0n)
  clinic.clock.advance(RUN_MS)
  expect((await watch.look()).ended.length).toBeLessThan(300)
  expect(Math.max(...compared)).toBeLessThan(300)
  await watch.look()
  expect(watch.listHeld()).toEqual([])
})

test('a chain that does not answer is an error, not a difference', async () => {
  clinic.ledger.disturbReads(() => {
    throw new Error('the node is away')
  })
  await expect(
    findDifferences(
      clinic.deps,
      { changes: [], failedCalls: [], since: null, now: clinic.clock.now() },
      reconcileSchema.parse(undefined),
    ),
  ).rejects.toThrow('the node is away')
})

test('a difference has to be seen for ten minutes, unless told otherwise', () => {
  expect(reconcileSchema.parse(undefined).for).toEqual({ 'projection-differs': 600_000 })
  expect(reconcileSchema.parse({ for: { 'projection-differs': '1h' } }).for).toEqual({
    'projection-differs': 3_600_000,
  })
})
