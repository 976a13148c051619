import { expect } from 'vitest'
import { accounts } from './simnet/accounts.ts'
import { ERR } from './simnet/ERR.ts'
import { test } from './simnet/test.ts'

const { cmo, physician, nurse, stranger } = accounts

test('ends the maintenance and prints it', ({ vault }) => {
  vault.enableMaintenance(cmo)
  expect(vault.disableMaintenance(cmo)).toEqual({
    ok: true,
    events: [{ event: 'maintenance-disabled', 'chief-medical-officer': cmo }],
  })
  expect(vault.isSystemMaintenance()).toBe(false)
})

test('is ok and prints nothing when there is no maintenance', ({ vault }) => {
  expect(vault.disableMaintenance(cmo)).toEqual({ ok: true, events: [] })
  expect(vault.isSystemMaintenance()).toBe(false)
})

test('lets everything go on as before', ({ vault, recordId }) => {
  vault.enableMaintenance(cmo)
  vault.disableMaintenance(cmo)
  expect(vault.createMedicalRecord(physician, { recordCategory: 'new', dataVolume: 1n }).ok).toBe(2n)
  expect(vault.accessMedicalData(physician, { recordId, accessVolume: 1n }).ok).toBe(true)
  expect(vault.grantMedicalAccess(physician, { recordId, medicalStaff: nurse, accessLimit: 1n }).ok).toBe(
    true,
  )
  expect(vault.archiveRecord(physician, { recordId }).ok).toBe(true)
})

test('keeps the allowances that stood before it', ({ vault, recordId }) => {
  vault.grantMedicalAccess(physician, { recordId, medicalStaff: nurse, accessLimit: 10n })
  vault.accessMedicalData(nurse, { recordId, accessVolume: 7n })
  vault.enableMaintenance(cmo)
  vault.disableMaintenance(cmo)
  expect(vault.accessMedicalData(nurse, { recordId, accessVolume: 4n }).err).toBe(ERR.UNAUTHORIZED_ACCESS)
  expect(vault.accessMedicalData(nurse, { recordId, accessVolume: 3n }).ok).toBe(true)
})

test.for([physician, stranger])('is not for %s', (caller, { vault }) => {
  vault.enableMaintenance(cmo)
  expect(vault.disableMaintenance(caller)).toEqual({ err: ERR.CMO_ONLY, events: [] })
  expect(vault.isSystemMaintenance()).toBe(true)
})

test('refuses others also where it would change nothing', ({ vault }) => {
  expect(vault.disableMaintenance(stranger)).toEqual({ err: ERR.CMO_ONLY, events: [] })
})
