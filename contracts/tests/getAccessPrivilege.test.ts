import { expect } from 'vitest'
import { accounts } from './simnet/accounts.ts'
import { test } from './simnet/test.ts'

const { physician, nurse, radiologist } = accounts

test('is none where nothing was granted, even for the physician', ({ vault, recordId }) => {
  expect(vault.getAccessPrivilege({ recordId, medicalStaff: nurse })).toBeNull()
  expect(vault.getAccessPrivilege({ recordId, medicalStaff: physician })).toBeNull()
})

test('is none on an unknown record', ({ vault }) => {
  expect(vault.getAccessPrivilege({ recordId: 1n, medicalStaff: nurse })).toBeNull()
})

test('keeps the limit as granted however much is drawn', ({ vault, recordId }) => {
  vault.grantMedicalAccess(physician, { recordId, medicalStaff: nurse, accessLimit: 10n })
  vault.grantMedicalAccess(physician, { recordId, medicalStaff: radiologist, accessLimit: 20n })
  vault.accessMedicalData(nurse, { recordId, accessVolume: 10n })
  expect(vault.getAccessPrivilege({ recordId, medicalStaff: nurse })).toEqual({
    'can-access': true,
    'access-limit': 10n,
  })
  expect(vault.getAccessPrivilege({ recordId, medicalStaff: radiologist })).toEqual({
    'can-access': true,
    'access-limit': 20n,
  })
})
