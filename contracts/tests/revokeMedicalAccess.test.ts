import { expect } from 'vitest'
import { accounts } from './simnet/accounts.ts'
import { ERR } from './simnet/ERR.ts'
import { test } from './simnet/test.ts'

const { cmo, physician, colleague, nurse, radiologist, stranger } = accounts

/** The event that ends the nurse's privilege. */
function revoked(recordId: bigint) {
  return { event: 'medical-access-revoked', 'record-id': recordId, physician, 'medical-staff': nurse }
}

test('takes the privilege and its usage away and prints it', ({ vault, granted }) => {
  expect(vault.revokeMedicalAccess(physician, granted)).toEqual({
    ok: true,
    events: [revoked(granted.recordId)],
  })
  expect(vault.getAccessPrivilege(granted)).toBeNull()
  expect(vault.getStaffUsage(granted)).toBe(0n)
})

test('ends the access at once', ({ vault, granted }) => {
  vault.revokeMedicalAccess(physician, granted)
  expect(vault.accessMedicalData(nurse, { recordId: granted.recordId, accessVolume: 1n })).toEqual({
    err: ERR.UNAUTHORIZED_ACCESS,
    events: [],
  })
})

test('leaves no usage behind for a later grant', ({ vault, granted }) => {
  vault.revokeMedicalAccess(physician, granted)
  vault.grantMedicalAccess(physician, { ...granted, accessLimit: 10n })
  expect(vault.accessMedicalData(nurse, { recordId: granted.recordId, accessVolume: 10n })).toMatchObject({
    ok: true,
    events: [{ 'staff-usage': 10n, 'accessed-volume': 17n }],
  })
})

test('deletes both entries from the maps, not only their contents', ({ vault, granted }) => {
  vault.revokeMedicalAccess(physician, granted)
  expect(vault.getMapEntry('access-privileges', granted)).toBeNull()
  expect(vault.getMapEntry('staff-usage', granted)).toBeNull()
})

test('leaves other staff and other records alone', ({ vault, granted }) => {
  vault.createMedicalRecord(physician, { recordCategory: 'second', dataVolume: 100n })
  vault.grantMedicalAccess(physician, { recordId: 2n, medicalStaff: nurse, accessLimit: 5n })
  vault.grantMedicalAccess(physician, { ...granted, medicalStaff: radiologist, accessLimit: 6n })
  vault.revokeMedicalAccess(physician, granted)
  expect(vault.getAccessPrivilege({ recordId: 2n, medicalStaff: nurse })).toMatchObject({
    'access-limit': 5n,
  })
  expect(vault.getAccessPrivilege({ ...granted, medicalStaff: radiologist })).toMatchObject({
    'access-limit': 6n,
  })
})

test('gives nothing back to the record', ({ vault, granted }) => {
  vault.revokeMedicalAccess(physician, granted)
  expect(vault.getMedicalRecord(granted.recordId)).toMatchObject({ 'accessed-volume': 7n })
})

test('works in maintenance', ({ vault, granted }) => {
  vault.enableMaintenance(cmo)
  expect(vault.revokeMedicalAccess(physician, granted)).toEqual({
    ok: true,
    events: [revoked(granted.recordId)],
  })
  expect(vault.getAccessPrivilege(granted)).toBeNull()
})

test('works on an archived record', ({ vault, granted }) => {
  vault.archiveRecord(physician, granted)
  expect(vault.revokeMedicalAccess(physician, granted)).toEqual({
    ok: true,
    events: [revoked(granted.recordId)],
  })
  expect(vault.getAccessPrivilege(granted)).toBeNull()
})

test('works in maintenance on an archived record', ({ vault, granted }) => {
  vault.archiveRecord(physician, granted)
  vault.enableMaintenance(cmo)
  expect(vault.revokeMedicalAccess(physician, granted)).toEqual({
    ok: true,
    events: [revoked(granted.recordId)],
  })
})

test('is ok and prints nothing where nothing was granted', ({ vault, recordId }) => {
  expect(vault.revokeMedicalAccess(physician, { recordId, medicalStaff: nurse })).toEqual({
    ok: true,
    events: [],
  })
})

test('is ok and prints nothing the second time', ({ vault, granted }) => {
  vault.revokeMedicalAccess(physician, granted)
  expect(vault.revokeMedicalAccess(physician, granted)).toEqual({ ok: true, events: [] })
})

test.for([
  ['another physician', colleague],
  ['the Chief Medical Officer', cmo],
  ['the staff member themselves', nurse],
  ['a stranger', stranger],
] as const)('is not for %s', ([, caller], { vault, granted }) => {
  expect(vault.revokeMedicalAccess(caller, granted)).toEqual({ err: ERR.UNAUTHORIZED_ACCESS, events: [] })
  expect(vault.getAccessPrivilege(granted)).toMatchObject({ 'access-limit': 10n })
  expect(vault.getStaffUsage(granted)).toBe(7n)
})

test('does not tell those who have no say whether there was a privilege', ({ vault, recordId }) => {
  expect(vault.revokeMedicalAccess(stranger, { recordId, medicalStaff: nurse })).toEqual({
    err: ERR.UNAUTHORIZED_ACCESS,
    events: [],
  })
})

test.for([
  ['its would-be physician', physician],
  ['a stranger', stranger],
] as const)('answers %s that an unknown record is unknown', ([, caller], { vault, granted }) => {
  expect(vault.revokeMedicalAccess(caller, { ...granted, recordId: 2n })).toEqual({
    err: ERR.RECORD_NOT_FOUND,
    events: [],
  })
})
