import { expect } from 'vitest'
import { accounts } from './simnet/accounts.ts'
import { createVault, type Vault } from './simnet/createVault.ts'
import { ERR } from './simnet/ERR.ts'
import { MAX_UINT } from './simnet/MAX_UINT.ts'
import { type Check, pairChecks } from './simnet/pairChecks.ts'
import { test } from './simnet/test.ts'

const { cmo, physician, colleague } = accounts

test('answers the id and prints all there is to know about the record', ({ vault }) => {
  const outcome = vault.createMedicalRecord(physician, { recordCategory: 'oncology', dataVolume: 42n })
  expect(outcome).toEqual({
    ok: 1n,
    events: [
      {
        event: 'medical-record-created',
        'record-id': 1n,
        physician,
        'record-category': 'oncology',
        'data-volume': 42n,
        'created-at': vault.height(),
      },
    ],
  })
})

test('keeps the record, active and untouched, under its caller', ({ vault }) => {
  vault.createMedicalRecord(physician, { recordCategory: 'oncology', dataVolume: 42n })
  const createdAt = vault.height()
  vault.createMedicalRecord(colleague, { recordCategory: 'radiology', dataVolume: 7n })
  expect(vault.getMedicalRecord(1n)).toEqual({
    physician,
    'record-category': 'oncology',
    'data-volume': 42n,
    'accessed-volume': 0n,
    'created-at': createdAt,
    'active-record': true,
  })
})

test('counts ids from 1 without a gap, across physicians and refused calls', ({ vault }) => {
  const ids = [physician, colleague, physician].map((caller) => {
    vault.createMedicalRecord(caller, { recordCategory: 'refused', dataVolume: 0n })
    return vault.createMedicalRecord(caller, { recordCategory: 'kept', dataVolume: 1n }).ok
  })
  expect(ids).toEqual([1n, 2n, 3n])
  expect(vault.getTotalRecords()).toBe(3n)
})

test('adds to the statistics of its physician and of nobody else', ({ vault }) => {
  vault.createMedicalRecord(physician, { recordCategory: 'a', dataVolume: 30n })
  vault.createMedicalRecord(physician, { recordCategory: 'b', dataVolume: 12n })
  vault.createMedicalRecord(colleague, { recordCategory: 'c', dataVolume: 5n })
  expect(vault.getPhysicianStats(physician)).toEqual({ 'record-count': 2n, 'total-data-managed': 42n })
  expect(vault.getPhysicianStats(colleague)).toEqual({ 'record-count': 1n, 'total-data-managed': 5n })
})

test.for([0, 1, 64])('takes a category of %i characters as it is', (length, { vault }) => {
  const recordCategory = 'c'.repeat(length)
  expect(vault.createMedicalRecord(physician, { recordCategory, dataVolume: 1n }).ok).toBe(1n)
  expect(vault.getMedicalRecord(1n)).toMatchObject({ 'record-category': recordCategory })
})

test.for([65, 128])('refuses a category of %i characters by name', (length, { vault }) => {
  expect(
    vault.createMedicalRecord(physician, { recordCategory: 'c'.repeat(length), dataVolume: 1n }),
  ).toEqual({ err: ERR.CATEGORY_TOO_LONG, events: [] })
})

test.for([1n, MAX_UINT])('takes a volume of %s', (dataVolume, { vault }) => {
  expect(vault.createMedicalRecord(physician, { recordCategory: 'edge', dataVolume }).ok).toBe(1n)
  expect(vault.getMedicalRecord(1n)).toMatchObject({ 'data-volume': dataVolume })
})

test('fills a physician up to the largest number and refuses one more', ({ vault }) => {
  vault.createMedicalRecord(physician, { recordCategory: 'nearly all', dataVolume: MAX_UINT - 1n })
  expect(vault.createMedicalRecord(physician, { recordCategory: 'two', dataVolume: 2n })).toEqual({
    err: ERR.INVALID_DATA_SIZE,
    events: [],
  })
  expect(vault.createMedicalRecord(physician, { recordCategory: 'one', dataVolume: 1n }).ok).toBe(2n)
  expect(vault.createMedicalRecord(physician, { recordCategory: 'more', dataVolume: MAX_UINT })).toEqual({
    err: ERR.INVALID_DATA_SIZE,
    events: [],
  })
  expect(vault.getPhysicianStats(physician)).toEqual({ 'record-count': 2n, 'total-data-managed': MAX_UINT })
})

test('does not let one physician with a full total stop another', ({ vault }) => {
  vault.createMedicalRecord(physician, { recordCategory: 'everything', dataVolume: MAX_UINT })
  expect(vault.createMedicalRecord(colleague, { recordCategory: 'mine', dataVolume: MAX_UINT }).ok).toBe(2n)
})

test('leaves nothing behind when it refuses', ({ vault }) => {
  vault.enableMaintenance(cmo)
  vault.createMedicalRecord(physician, { recordCategory: 'refused', dataVolume: 5n })
  expect(vault.getTotalRecords()).toBe(0n)
  expect(vault.getMedicalRecord(1n)).toBeNull()
  expect(vault.getPhysicianStats(physician)).toEqual({ 'record-count': 0n, 'total-data-managed': 0n })
})

test('refuses an id that is taken, and leaves its record alone', ({ simnet, source }) => {
  // No call brings this about, so the contract is deployed with a record in the way.
  const taken = createVault(
    simnet,
    `${source}
(map-set medical-records u1 {
  physician: '${colleague},
  record-category: "taken",
  data-volume: u7,
  accessed-volume: u0,
  created-at: u1,
  active-record: true,
})`,
  )
  const before = taken.getMedicalRecord(1n)
  expect(before).toMatchObject({ physician: colleague })
  expect(taken.createMedicalRecord(physician, { recordCategory: 'mine', dataVolume: 1n })).toEqual({
    err: ERR.RECORD_DUPLICATE,
    events: [],
  })
  expect(taken.getMedicalRecord(1n)).toEqual(before)
})

type Situation = { maintenance: boolean; caller: string; recordCategory: string; dataVolume: bigint }
const permitted: Situation = { maintenance: false, caller: physician, recordCategory: 'ok', dataVolume: 10n }
const checks: Check<Situation>[] = [
  { error: ERR.SYSTEM_MAINTENANCE, when: 'maintenance', spoil: { maintenance: true } },
  { error: ERR.INVALID_DATA_SIZE, when: 'a volume of 0', spoil: { dataVolume: 0n } },
  { error: ERR.INVALID_DATA_SIZE, when: 'an overflowing total', spoil: { caller: colleague } },
  { error: ERR.CATEGORY_TOO_LONG, when: 'a long category', spoil: { recordCategory: 'c'.repeat(65) } },
]

function attempt(vault: Vault, { maintenance, caller, ...args }: Situation) {
  vault.createMedicalRecord(colleague, { recordCategory: 'fills the total', dataVolume: MAX_UINT - 9n })
  if (maintenance) vault.enableMaintenance(cmo)
  return vault.createMedicalRecord(caller, args)
}

test('permits the call that the following ones spoil', ({ vault }) => {
  expect(attempt(vault, permitted).ok).toBe(2n)
})

test.for(checks)('refuses $when with $error', ({ error, spoil }, { vault }) => {
  expect(attempt(vault, { ...permitted, ...spoil })).toEqual({ err: error, events: [] })
})

test.for(pairChecks(checks))('$earlier answers before $later', ({ error, spoil }, { vault }) => {
  expect(attempt(vault, { ...permitted, ...spoil })).toEqual({ err: error, events: [] })
})
