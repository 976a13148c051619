import { expect } from 'vitest'
import { accounts } from './simnet/accounts.ts'
import type { Vault } from './simnet/createVault.ts'
import { ERR } from './simnet/ERR.ts'
import { type Check, pairChecks } from './simnet/pairChecks.ts'
import { test } from './simnet/test.ts'

const { cmo, physician, colleague, nurse, stranger } = accounts

test('ends the record and prints it', ({ vault, recordId }) => {
  expect(vault.archiveRecord(physician, { recordId })).toEqual({
    ok: true,
    events: [{ event: 'record-archived', 'record-id': recordId, physician }],
  })
})

test('changes nothing of the record but that it is active', ({ vault, recordId }) => {
  vault.accessMedicalData(physician, { recordId, accessVolume: 30n })
  const before = vault.getMedicalRecord(recordId)
  vault.archiveRecord(physician, { recordId })
  expect(vault.getMedicalRecord(recordId)).toEqual({ ...Object(before), 'active-record': false })
})

test('leaves the physician their statistics and the records their number', ({ vault, recordId }) => {
  vault.archiveRecord(physician, { recordId })
  expect(vault.getPhysicianStats(physician)).toEqual({ 'record-count': 1n, 'total-data-managed': 100n })
  expect(vault.getTotalRecords()).toBe(1n)
})

test('leaves the privileges readable and every other record active', ({ vault, recordId }) => {
  vault.createMedicalRecord(physician, { recordCategory: 'second', dataVolume: 100n })
  vault.grantMedicalAccess(physician, { recordId, medicalStaff: nurse, accessLimit: 10n })
  vault.archiveRecord(physician, { recordId })
  expect(vault.getAccessPrivilege({ recordId, medicalStaff: nurse })).toMatchObject({ 'access-limit': 10n })
  expect(vault.getMedicalRecord(2n)).toMatchObject({ 'active-record': true })
})

test('is for good: a second time is refused', ({ vault, recordId }) => {
  vault.archiveRecord(physician, { recordId })
  expect(vault.archiveRecord(physician, { recordId })).toEqual({ err: ERR.RECORD_INACTIVE, events: [] })
  expect(vault.getMedicalRecord(recordId)).toMatchObject({ 'active-record': false })
})

test.for([
  ['another physician', colleague],
  ['the Chief Medical Officer', cmo],
  ['staff with a privilege', nurse],
] as const)('is not for %s', ([, caller], { vault, recordId }) => {
  vault.grantMedicalAccess(physician, { recordId, medicalStaff: nurse, accessLimit: 10n })
  expect(vault.archiveRecord(caller, { recordId })).toEqual({ err: ERR.UNAUTHORIZED_ACCESS, events: [] })
  expect(vault.getMedicalRecord(recordId)).toMatchObject({ 'active-record': true })
})

type Situation = { maintenance: boolean; caller: string; recordId: bigint }
const permitted: Situation = { maintenance: false, caller: physician, recordId: 1n }
const checks: Check<Situation>[] = [
  { error: ERR.SYSTEM_MAINTENANCE, when: 'maintenance', spoil: { maintenance: true } },
  { error: ERR.RECORD_NOT_FOUND, when: 'an unknown record', spoil: { recordId: 3n } },
  { error: ERR.UNAUTHORIZED_ACCESS, when: 'a caller who is not the physician', spoil: { caller: stranger } },
  { error: ERR.RECORD_INACTIVE, when: 'an archived record', spoil: { recordId: 2n } },
]

/** Record 1 is active, record 2 archived, record 3 does not exist. */
function attempt(vault: Vault, { maintenance, caller, recordId }: Situation) {
  vault.createMedicalRecord(physician, { recordCategory: 'active', dataVolume: 100n })
  vault.createMedicalRecord(physician, { recordCategory: 'archived', dataVolume: 100n })
  vault.archiveRecord(physician, { recordId: 2n })
  if (maintenance) vault.enableMaintenance(cmo)
  return vault.archiveRecord(caller, { recordId })
}

test('permits the call that the following ones spoil', ({ vault }) => {
  expect(attempt(vault, permitted).ok).toBe(true)
})

test.for(checks)('refuses $when with $error', ({ error, spoil }, { vault }) => {
  expect(attempt(vault, { ...permitted, ...spoil })).toEqual({ err: error, events: [] })
})

test.for(pairChecks(checks))('$earlier answers before $later', ({ error, spoil }, { vault }) => {
  expect(attempt(vault, { ...permitted, ...spoil })).toEqual({ err: error, events: [] })
})
