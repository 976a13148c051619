import { expect } from 'vitest'
import { accounts } from './simnet/accounts.ts'
import type { Vault } from './simnet/createVault.ts'
import { ERR } from './simnet/ERR.ts'
import { MAX_UINT } from './simnet/MAX_UINT.ts'
import { type Check, pairChecks } from './simnet/pairChecks.ts'
import { test } from './simnet/test.ts'

const { cmo, physician, colleague, nurse, radiologist, stranger } = accounts

test('gives staff an allowance and prints it', ({ vault, recordId }) => {
  expect(vault.grantMedicalAccess(physician, { recordId, medicalStaff: nurse, accessLimit: 50n })).toEqual({
    ok: true,
    events: [
      {
        event: 'medical-access-granted',
        'record-id': recordId,
        physician,
        'medical-staff': nurse,
        'access-limit': 50n,
      },
    ],
  })
  expect(vault.getAccessPrivilege({ recordId, medicalStaff: nurse })).toEqual({
    'can-access': true,
    'access-limit': 50n,
  })
})

test('gives it to that staff member on that record only', ({ vault, recordId }) => {
  vault.createMedicalRecord(physician, { recordCategory: 'second', dataVolume: 100n })
  vault.grantMedicalAccess(physician, { recordId, medicalStaff: nurse, accessLimit: 50n })
  expect(vault.getAccessPrivilege({ recordId: 2n, medicalStaff: nurse })).toBeNull()
  expect(vault.getAccessPrivilege({ recordId, medicalStaff: radiologist })).toBeNull()
})

test('opens a new allowance: the usage starts again at 0', ({ vault, recordId }) => {
  vault.grantMedicalAccess(physician, { recordId, medicalStaff: nurse, accessLimit: 10n })
  vault.accessMedicalData(nurse, { recordId, accessVolume: 10n })
  vault.grantMedicalAccess(physician, { recordId, medicalStaff: nurse, accessLimit: 10n })
  expect(vault.getStaffUsage({ recordId, medicalStaff: nurse })).toBe(0n)
  expect(vault.accessMedicalData(nurse, { recordId, accessVolume: 10n })).toMatchObject({
    ok: true,
    events: [{ 'staff-usage': 10n, 'accessed-volume': 20n }],
  })
})

test('replaces a standing limit by a lower one than was already used', ({ vault, recordId }) => {
  vault.grantMedicalAccess(physician, { recordId, medicalStaff: nurse, accessLimit: 50n })
  vault.accessMedicalData(nurse, { recordId, accessVolume: 40n })
  vault.grantMedicalAccess(physician, { recordId, medicalStaff: nurse, accessLimit: 3n })
  expect(vault.accessMedicalData(nurse, { recordId, accessVolume: 4n }).err).toBe(ERR.UNAUTHORIZED_ACCESS)
  expect(vault.accessMedicalData(nurse, { recordId, accessVolume: 3n }).ok).toBe(true)
})

test("does not start another staff member's usage again", ({ vault, recordId }) => {
  vault.grantMedicalAccess(physician, { recordId, medicalStaff: nurse, accessLimit: 10n })
  vault.accessMedicalData(nurse, { recordId, accessVolume: 7n })
  vault.grantMedicalAccess(physician, { recordId, medicalStaff: radiologist, accessLimit: 10n })
  expect(vault.getStaffUsage({ recordId, medicalStaff: nurse })).toBe(7n)
})

test.for([1n, 100n, 101n, MAX_UINT])(
  'takes a limit of %s on a record of 100',
  (accessLimit, { vault, recordId }) => {
    expect(vault.grantMedicalAccess(physician, { recordId, medicalStaff: nurse, accessLimit }).ok).toBe(true)
    expect(vault.getAccessPrivilege({ recordId, medicalStaff: nurse })).toMatchObject({
      'access-limit': accessLimit,
    })
  },
)

test('leaves the standing privilege and its usage alone when it refuses', ({ vault, recordId }) => {
  vault.grantMedicalAccess(physician, { recordId, medicalStaff: nurse, accessLimit: 10n })
  vault.accessMedicalData(nurse, { recordId, accessVolume: 7n })
  vault.grantMedicalAccess(physician, { recordId, medicalStaff: nurse, accessLimit: 0n })
  expect(vault.getAccessPrivilege({ recordId, medicalStaff: nurse })).toMatchObject({ 'access-limit': 10n })
  expect(vault.getStaffUsage({ recordId, medicalStaff: nurse })).toBe(7n)
})

test.for([
  ['another physician', colleague],
  ['the Chief Medical Officer', cmo],
  ['staff who have a privilege themselves', nurse],
] as const)('is not for %s', ([, caller], { vault, recordId }) => {
  vault.createMedicalRecord(colleague, { recordCategory: 'their own', dataVolume: 1n })
  vault.grantMedicalAccess(physician, { recordId, medicalStaff: nurse, accessLimit: 10n })
  expect(vault.grantMedicalAccess(caller, { recordId, medicalStaff: caller, accessLimit: 99n })).toEqual({
    err: ERR.UNAUTHORIZED_ACCESS,
    events: [],
  })
})

type Situation = { maintenance: boolean; caller: string; recordId: bigint; accessLimit: bigint }
const permitted: Situation = { maintenance: false, caller: physician, recordId: 1n, accessLimit: 10n }
const checks: Check<Situation>[] = [
  { error: ERR.SYSTEM_MAINTENANCE, when: 'maintenance', spoil: { maintenance: true } },
  { error: ERR.RECORD_NOT_FOUND, when: 'an unknown record', spoil: { recordId: 3n } },
  { error: ERR.UNAUTHORIZED_ACCESS, when: 'a caller who is not the physician', spoil: { caller: stranger } },
  { error: ERR.RECORD_INACTIVE, when: 'an archived record', spoil: { recordId: 2n } },
  { error: ERR.INVALID_DATA_SIZE, when: 'a limit of 0', spoil: { accessLimit: 0n } },
]

/** Record 1 is active, record 2 archived, record 3 does not exist. */
function attempt(vault: Vault, { maintenance, caller, ...args }: Situation) {
  vault.createMedicalRecord(physician, { recordCategory: 'active', dataVolume: 100n })
  vault.createMedicalRecord(physician, { recordCategory: 'archived', dataVolume: 100n })
  vault.archiveRecord(physician, { recordId: 2n })
  if (maintenance) vault.enableMaintenance(cmo)
  return vault.grantMedicalAccess(caller, { ...args, medicalStaff: nurse })
}

test('permits the call that the following ones spoil', ({ vault }) => {
  expect(attempt(vault, permitted).ok).toBe(true)
})

test.for(checks)('refuses $when with $error', ({ error, spoil }, { vault }) => {
  const { recordId } = { ...permitted, ...spoil }
  expect(attempt(vault, { ...permitted, ...spoil })).toEqual({ err: error, events: [] })
  expect(vault.getAccessPrivilege({ recordId, medicalStaff: nurse })).toBeNull()
})

test.for(pairChecks(checks))('$earlier answers before $later', ({ error, spoil }, { vault }) => {
  expect(attempt(vault, { ...permitted, ...spoil })).toEqual({ err: error, events: [] })
})
