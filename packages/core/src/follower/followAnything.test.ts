import type { ContractCall } from '@medikey/contract-client'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Clinic, createClinic, createMemoryStore, people } from '../../testing/index.ts'
import type { Deps } from '../Deps.ts'
import { followOnce } from './followOnce.ts'

const PEOPLE = [people.alice, people.ben, people.nadia, people.tom, people.cmo]
const DAY_MS = 86_400_000

type Step =
  | { kind: 'act'; sender: string; call: ContractCall; times: number }
  | { kind: 'reorg'; depth: number }
  | { kind: 'pass'; ms: number }
  | { kind: 'follow'; end: 'well' | 'crash before' | 'crash after' | 'outage' | 'reorg'; at: number }

const person = fc.constantFrom(...PEOPLE)
const recordId = fc.bigInt({ min: 1n, max: 6n })
const call: fc.Arbitrary<ContractCall> = fc.oneof(
  fc.record({
    functionName: fc.constant('accessMedicalData' as const),
    recordId,
    accessVolume: fc.bigInt({ min: 1n, max: 40n }),
  }),
  fc.record({
    functionName: fc.constant('grantMedicalAccess' as const),
    ...{ recordId, medicalStaff: person, accessLimit: fc.bigInt({ min: 1n, max: 300n }) },
  }),
  fc.record({ functionName: fc.constant('revokeMedicalAccess' as const), recordId, medicalStaff: person }),
  fc.record({ functionName: fc.constant('archiveRecord' as const), recordId }),
  fc.record({
    functionName: fc.constant('createMedicalRecord' as const),
    recordCategory: fc.constant('x'),
    dataVolume: fc.constantFrom(10n, 5_000n, 2n ** 128n - 1n),
  }),
  fc.constantFrom<ContractCall>(
    { functionName: 'enableMaintenance' },
    { functionName: 'disableMaintenance' },
  ),
)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('act' as const),
      ...{ sender: person, call, times: fc.constantFrom(1, 1, 1, 1, 2, 130) },
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('reorg' as const), depth: fc.integer({ min: 1, max: 5 }) }),
  },
  // Clocks are set back, too.
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      ms: fc.integer({ min: -DAY_MS, max: DAY_MS }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('follow' as const),
      end: fc.constantFrom('well', 'crash before', 'crash after', 'outage', 'reorg'),
      at: fc.integer({ min: 1, max: 6 }),
    }),
  },
)

/** The other fork holds something else, and grows as high or higher. */
function reorganize(ledger: Clinic['ledger'], { depth }: { depth: number }): void {
  for (let index = 0; index < depth; index += 1) ledger.orphanTip()
  ledger.act({
    sender: people.ben,
    call: { functionName: 'accessMedicalData', recordId: 3n, accessVolume: 1n },
  })
  ledger.advanceTenure(depth)
}

/** A round that ends as it is told to. */
async function follow(
  { deps, ledger }: Clinic,
  { end, at }: Extract<Step, { kind: 'follow' }>,
): Promise<void> {
  let count = 0
  const isNow = () => {
    count += 1
    return count === at
  }
  const crashing: Deps['store'] = {
    ...deps.store,
    async transaction(work) {
      if (!isNow()) return deps.store.transaction(work)
      if (end === 'crash after') {
        await deps.store.transaction(work)
        throw new Error('crash')
      }
      return deps.store.transaction(async (unit) => {
        await work(unit)
        throw new Error('crash')
      })
    },
  }
  if (end === 'outage')
    ledger.disturbReads(() => {
      if (isNow()) throw new Error('crash')
    })
  // The chain changes between two questions.
  if (end === 'reorg')
    ledger.disturbReads(() => {
      if (isNow()) reorganize(ledger, { depth: 3 })
    })
  const store = end.startsWith('crash') ? crashing : deps.store
  await followOnce({ ...deps, store }).catch((error: Error) => expect(error.message).toBe('crash'))
  ledger.disturbReads(null)
}

async function read({ store }: Pick<Deps, 'store'>) {
  const records = await store.listRecords({ offset: 0, limit: 100 })
  const privileges = await store.listPrivilegesOf({ recordIds: records.map((record) => record.recordId) })
  const window = { from: new Date(0), to: new Date('2030-01-01') }
  const draws = await Promise.all(PEOPLE.map((principal) => store.listDraws({ principal, ...window })))
  const failed = await store.listFailedCalls({ after: null, limit: 10_000 })
  const events = await store.listChanges({ after: null, limit: 10_000 })
  const inOrder = <T extends { blockHeight: number }>(rows: readonly T[]) =>
    [...rows].sort((a, b) => a.blockHeight - b.blockHeight)
  const byPair = privileges
    .map((privilege) => ({ ...privilege, key: `${privilege.recordId}/${privilege.medicalStaff}` }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  return { records, privileges: byPair, draws, failed: inOrder(failed), events: inOrder(events) }
}

test('whatever happens on chain and to the follower, it ends where reading everything at once ends', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
      const clinic = createClinic()
      const { deps, ledger, clock } = clinic
      for (const one of steps) {
        if (one.kind === 'follow') await follow(clinic, one)
        else if (one.kind === 'pass') clock.advance(one.ms)
        else if (one.kind === 'act') for (let i = 0; i < one.times; i += 1) ledger.act(one)
        else reorganize(ledger, one)
      }
      await followOnce(deps)
      await followOnce(deps)
      const fresh = { ...deps, store: createMemoryStore({ clock }).store }
      await followOnce(fresh)
      expect(await read(deps)).toEqual(await read(fresh))
    }),
    { numRuns: 100 },
  )
})
