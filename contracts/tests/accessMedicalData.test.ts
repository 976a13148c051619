import { expect } from 'vitest'
import { accounts } from './simnet/accounts.ts'
import { createVault, type Vault } from './simnet/createVault.ts'
import { ERR } from './simnet/ERR.ts'
import { MAX_UINT } from './simnet/MAX_UINT.ts'
import { type Check, pairChecks } from './simnet/pairChecks.ts'
import { test } from './simnet/test.ts'

const { cmo, physician, colleague, nurse, radiologist, stranger } = accounts

test('lets the physician draw without a privilege and prints no usage for them', ({ vault, recordId }) => {
  expect(vault.accessMedicalData(physician, { recordId, accessVolume: 30n })).toEqual({
    ok: true,
    events: [
      {
        event: 'medical-data-accessed',
        'record-id': recordId,
        accessor: physician,
        'access-volume': 30n,
        'accessed-volume': 30n,
        'data-volume': 100n,
        'staff-usage': 0n,
      },
    ],
  })
  expect(vault.getStaffUsage({ recordId, medicalStaff: physician })).toBe(0n)
})

test('lets staff draw and prints both sums as they stand afterwards', ({ vault, recordId }) => {
  vault.grantMedicalAccess(physician, { recordId, medicalStaff: nurse, accessLimit: 50n })
  vault.accessMedicalData(physician, { recordId, accessVolume: 30n })
  vault.accessMedicalData(nurse, { recordId, accessVolume: 4n })
  expect(vault.accessMedicalData(nurse, { recordId, accessVolume: 5n })).toEqual({
    ok: true,
    events: [
      {
        event: 'medical-data-accessed',
        'record-id': recordId,
        accessor: nurse,
        'access-volume': 5n,
        'accessed-volume': 39n,
        'data-volume': 100n,
        'staff-usage': 9n,
      },
    ],
  })
  expect(vault.getStaffUsage({ recordId, medicalStaff: nurse })).toBe(9n)
})

test('changes nothing of the record but its accessed volume', ({ vault, recordId }) => {
  const before = vault.getMedicalRecord(recordId)
  vault.accessMedicalData(physician, { recordId, accessVolume: 30n })
  expect(vault.getMedicalRecord(recordId)).toEqual({ ...Object(before), 'accessed-volume': 30n })
})

test('gives the whole record and not one unit more', ({ vault, recordId }) => {
  expect(vault.accessMedicalData(physician, { recordId, accessVolume: 101n }).err).toBe(
    ERR.INSUFFICIENT_CLEARANCE,
  )
  expect(vault.accessMedicalData(physician, { recordId, accessVolume: 99n }).ok).toBe(true)
  expect(vault.accessMedicalData(physician, { recordId, accessVolume: 1n }).ok).toBe(true)
  expect(vault.accessMedicalData(physician, { recordId, accessVolume: 1n })).toEqual({
    err: ERR.INSUFFICIENT_CLEARANCE,
    events: [],
  })
  expect(vault.getMedicalRecord(recordId)).toMatchObject({ 'accessed-volume': 100n })
})

test('bounds the sum of what staff draw, not each draw', ({ vault, recordId }) => {
  vault.grantMedicalAccess(physician, { recordId, medicalStaff: nurse, accessLimit: 10n })
  expect(vault.accessMedicalData(nurse, { recordId, accessVolume: 6n }).ok).toBe(true)
  expect(vault.accessMedicalData(nurse, { recordId, accessVolume: 5n })).toEqual({
    err: ERR.UNAUTHORIZED_ACCESS,
    events: [],
  })
  expect(vault.accessMedicalData(nurse, { recordId, accessVolume: 4n }).ok).toBe(true)
  expect(vault.accessMedicalData(nurse, { recordId, accessVolume: 1n }).err).toBe(ERR.UNAUTHORIZED_ACCESS)
  expect(vault.getStaffUsage({ recordId, medicalStaff: nurse })).toBe(10n)
})

test('gives a limit of 1 exactly once', ({ vault, recordId }) => {
  vault.grantMedicalAccess(physician, { recordId, medicalStaff: nurse, accessLimit: 1n })
  expect(vault.accessMedicalData(nurse, { recordId, accessVolume: 2n }).err).toBe(ERR.UNAUTHORIZED_ACCESS)
  expect(vault.accessMedicalData(nurse, { recordId, accessVolume: 1n }).ok).toBe(true)
  expect(vault.accessMedicalData(nurse, { recordId, accessVolume: 1n }).err).toBe(ERR.UNAUTHORIZED_ACCESS)
})

test('leaves both sums as they were when it refuses', ({ vault, recordId }) => {
  vault.grantMedicalAccess(physician, { recordId, medicalStaff: nurse, accessLimit: 10n })
  vault.accessMedicalData(nurse, { recordId, accessVolume: 6n })
  vault.accessMedicalData(nurse, { recordId, accessVolume: 5n })
  expect(vault.getMedicalRecord(recordId)).toMatchObject({ 'accessed-volume': 6n })
  expect(vault.getStaffUsage({ recordId, medicalStaff: nurse })).toBe(6n)
})

test('counts the usage of each staff member on its own', ({ vault, recordId }) => {
  vault.grantMedicalAccess(physician, { recordId, medicalStaff: nurse, accessLimit: 10n })
  vault.grantMedicalAccess(physician, { recordId, medicalStaff: radiologist, accessLimit: 10n })
  vault.accessMedicalData(nurse, { recordId, accessVolume: 10n })
  expect(vault.accessMedicalData(radiologist, { recordId, accessVolume: 10n }).ok).toBe(true)
  expect(vault.getMedicalRecord(recordId)).toMatchObject({ 'accessed-volume': 20n })
})

test('counts the usage of each record on its own', ({ vault, recordId }) => {
  vault.createMedicalRecord(physician, { recordCategory: 'second', dataVolume: 100n })
  vault.grantMedicalAccess(physician, { recordId, medicalStaff: nurse, accessLimit: 10n })
  vault.grantMedicalAccess(physician, { recordId: 2n, medicalStaff: nurse, accessLimit: 10n })
  vault.accessMedicalData(nurse, { recordId, accessVolume: 10n })
  expect(vault.accessMedicalData(nurse, { recordId: 2n, accessVolume: 10n }).ok).toBe(true)
  expect(vault.getMedicalRecord(2n)).toMatchObject({ 'accessed-volume': 10n })
})

test('does not let an allowance reach beyond what others have left', ({ vault, recordId }) => {
  vault.grantMedicalAccess(physician, { recordId, medicalStaff: nurse, accessLimit: 100n })
  vault.accessMedicalData(physician, { recordId, accessVolume: 60n })
  expect(vault.accessMedicalData(nurse, { recordId, accessVolume: 41n }).err).toBe(ERR.INSUFFICIENT_CLEARANCE)
  expect(vault.accessMedicalData(nurse, { recordId, accessVolume: 40n }).ok).toBe(true)
})

test('does not hold the physician to a privilege that they granted themselves', ({ vault, recordId }) => {
  vault.grantMedicalAccess(physician, { recordId, medicalStaff: physician, accessLimit: 5n })
  expect(vault.accessMedicalData(physician, { recordId, accessVolume: 6n })).toMatchObject({
    ok: true,
    events: [{ 'staff-usage': 0n }],
  })
  expect(vault.getStaffUsage({ recordId, medicalStaff: physician })).toBe(0n)
})

test.for([
  ['another physician', colleague],
  ['the Chief Medical Officer', cmo],
  ['a stranger', stranger],
] as const)('gives %s nothing without a privilege', ([, caller], { vault, recordId }) => {
  expect(vault.accessMedicalData(caller, { recordId, accessVolume: 1n })).toEqual({
    err: ERR.UNAUTHORIZED_ACCESS,
    events: [],
  })
})

test('gives nothing on a record that the privilege is not for', ({ vault, recordId }) => {
  vault.createMedicalRecord(physician, { recordCategory: 'second', dataVolume: 100n })
  vault.grantMedicalAccess(physician, { recordId, medicalStaff: nurse, accessLimit: 10n })
  expect(vault.accessMedicalData(nurse, { recordId: 2n, accessVolume: 1n }).err).toBe(ERR.UNAUTHORIZED_ACCESS)
})

test('gives nothing from an archived record, even to its physician', ({ vault, recordId }) => {
  vault.archiveRecord(physician, { recordId })
  expect(vault.accessMedicalData(physician, { recordId, accessVolume: 1n })).toEqual({
    err: ERR.RECORD_INACTIVE,
    events: [],
  })
})

test('draws the largest number at once', ({ vault }) => {
  vault.createMedicalRecord(physician, { recordCategory: 'everything', dataVolume: MAX_UINT })
  vault.grantMedicalAccess(physician, { recordId: 1n, medicalStaff: nurse, accessLimit: MAX_UINT })
  expect(vault.accessMedicalData(nurse, { recordId: 1n, accessVolume: MAX_UINT }).ok).toBe(true)
  expect(vault.getStaffUsage({ recordId: 1n, medicalStaff: nurse })).toBe(MAX_UINT)
  expect(vault.getMedicalRecord(1n)).toMatchObject({ 'accessed-volume': MAX_UINT })
})

test('refuses a sum beyond the largest number instead of failing on it', ({ vault }) => {
  vault.createMedicalRecord(physician, { recordCategory: 'everything', dataVolume: MAX_UINT })
  vault.grantMedicalAccess(physician, { recordId: 1n, medicalStaff: nurse, accessLimit: 5n })
  vault.accessMedicalData(nurse, { recordId: 1n, accessVolume: 1n })
  expect(vault.accessMedicalData(nurse, { recordId: 1n, accessVolume: MAX_UINT })).toEqual({
    err: ERR.INSUFFICIENT_CLEARANCE,
    events: [],
  })
  expect(vault.accessMedicalData(nurse, { recordId: 1n, accessVolume: MAX_UINT - 1n })).toEqual({
    err: ERR.UNAUTHORIZED_ACCESS,
    events: [],
  })
})

test('gives nothing under a privilege that says no', ({ simnet, source }) => {
  // Revoking deletes the privilege, so the contract is deployed with one that no call brings about.
  const vault = createVault(
    simnet,
    `${source}
(map-set access-privileges { record-id: u1, medical-staff: '${nurse} }
  { can-access: false, access-limit: u10 })`,
  )
  vault.createMedicalRecord(physician, { recordCategory: 'cardiology', dataVolume: 100n })
  expect(vault.accessMedicalData(nurse, { recordId: 1n, accessVolume: 1n })).toEqual({
    err: ERR.UNAUTHORIZED_ACCESS,
    events: [],
  })
})

type Situation = { maintenance: boolean; caller: string; recordId: bigint; accessVolume: bigint }
const permitted: Situation = { maintenance: false, caller: nurse, recordId: 1n, accessVolume: 10n }
const checks: Check<Situation>[] = [
  { error: ERR.SYSTEM_MAINTENANCE, when: 'maintenance', spoil: { maintenance: true } },
  { error: ERR.INVALID_DATA_SIZE, when: 'a volume of 0', spoil: { accessVolume: 0n } },
  { error: ERR.RECORD_NOT_FOUND, when: 'an unknown record', spoil: { recordId: 3n } },
  { error: ERR.RECORD_INACTIVE, when: 'an archived record', spoil: { recordId: 2n } },
  { error: ERR.INSUFFICIENT_CLEARANCE, when: 'more than the record holds', spoil: { accessVolume: 101n } },
  { error: ERR.UNAUTHORIZED_ACCESS, when: 'a caller without a privilege', spoil: { caller: stranger } },
  { error: ERR.UNAUTHORIZED_ACCESS, when: 'more than the limit', spoil: { accessVolume: 51n } },
]

/** Record 1 holds 100 and is active, record 2 is archived, record 3 does not exist; the nurse's limit is 50. */
function attempt(vault: Vault, { maintenance, caller, ...args }: Situation) {
  for (const recordId of [1n, 2n]) {
    vault.createMedicalRecord(physician, { recordCategory: 'checked', dataVolume: 100n })
    vault.grantMedicalAccess(physician, { recordId, medicalStaff: nurse, accessLimit: 50n })
  }
  vault.archiveRecord(physician, { recordId: 2n })
  if (maintenance) vault.enableMaintenance(cmo)
  return vault.accessMedicalData(caller, args)
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
