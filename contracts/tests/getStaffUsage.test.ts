import { expect } from 'vitest'
import { accounts } from './simnet/accounts.ts'
import { test } from './simnet/test.ts'

const { physician, nurse, radiologist } = accounts

test('is 0 where nothing was granted and on an unknown record', ({ vault, recordId }) => {
  expect(vault.getStaffUsage({ recordId, medicalStaff: nurse })).toBe(0n)
  expect(vault.getStaffUsage({ recordId: 2n, medicalStaff: nurse })).toBe(0n)
})

test('sums what one staff member draws from one record', ({ vault, recordId }) => {
  vault.createMedicalRecord(physician, { recordCategory: 'second', dataVolume: 100n })
  for (const id of [recordId, 2n]) {
    vault.grantMedicalAccess(physician, { recordId: id, medicalStaff: nurse, accessLimit: 50n })
    vault.grantMedicalAccess(physician, { recordId: id, medicalStaff: radiologist, accessLimit: 50n })
  }
  vault.accessMedicalData(nurse, { recordId, accessVolume: 3n })
  vault.accessMedicalData(nurse, { recordId, accessVolume: 4n })
  vault.accessMedicalData(nurse, { recordId: 2n, accessVolume: 20n })
  vault.accessMedicalData(radiologist, { recordId, accessVolume: 30n })
  vault.accessMedicalData(physician, { recordId, accessVolume: 1n })
  expect(vault.getStaffUsage({ recordId, medicalStaff: nurse })).toBe(7n)
  expect(vault.getStaffUsage({ recordId: 2n, medicalStaff: nurse })).toBe(20n)
  expect(vault.getStaffUsage({ recordId, medicalStaff: radiologist })).toBe(30n)
})

test('stands in the map exactly as long as the privilege does', ({ vault, recordId }) => {
  const pair = { recordId, medicalStaff: nurse }
  expect(vault.getMapEntry('staff-usage', pair)).toBeNull()
  vault.grantMedicalAccess(physician, { ...pair, accessLimit: 50n })
  expect(vault.getMapEntry('staff-usage', pair)).toBe(0n)
  vault.revokeMedicalAccess(physician, pair)
  expect(vault.getMapEntry('staff-usage', pair)).toBeNull()
})

test('is never kept for a physician who draws', ({ vault, recordId }) => {
  vault.accessMedicalData(physician, { recordId, accessVolume: 3n })
  expect(vault.getMapEntry('staff-usage', { recordId, medicalStaff: physician })).toBeNull()
})
