import { expect } from 'vitest'
import { accounts } from './simnet/accounts.ts'
import { ERR } from './simnet/ERR.ts'
import { test } from './simnet/test.ts'

const { cmo, physician, nurse, stranger } = accounts

test('suspends the system and prints it', ({ vault }) => {
  expect(vault.enableMaintenance(cmo)).toEqual({
    ok: true,
    events: [{ event: 'maintenance-enabled', 'chief-medical-officer': cmo }],
  })
  expect(vault.isSystemMaintenance()).toBe(true)
})

test('is ok and prints nothing when it is so already', ({ vault }) => {
  vault.enableMaintenance(cmo)
  expect(vault.enableMaintenance(cmo)).toEqual({ ok: true, events: [] })
  expect(vault.isSystemMaintenance()).toBe(true)
})

test('suspends creating, drawing, granting and archiving', ({ vault, recordId }) => {
  vault.enableMaintenance(cmo)
  const refused = { err: ERR.SYSTEM_MAINTENANCE, events: [] }
  expect(vault.createMedicalRecord(physician, { recordCategory: 'new', dataVolume: 1n })).toEqual(refused)
  expect(vault.accessMedicalData(physician, { recordId, accessVolume: 1n })).toEqual(refused)
  expect(vault.grantMedicalAccess(physician, { recordId, medicalStaff: nurse, accessLimit: 1n })).toEqual(
    refused,
  )
  expect(vault.archiveRecord(physician, { recordId })).toEqual(refused)
})

test.for([physician, stranger])('is not for %s', (caller, { vault, recordId }) => {
  expect(vault.enableMaintenance(caller)).toEqual({ err: ERR.CMO_ONLY, events: [] })
  expect(vault.isSystemMaintenance()).toBe(false)
  expect(vault.accessMedicalData(physician, { recordId, accessVolume: 1n }).ok).toBe(true)
})

test('refuses others also where it would change nothing', ({ vault }) => {
  vault.enableMaintenance(cmo)
  expect(vault.enableMaintenance(stranger)).toEqual({ err: ERR.CMO_ONLY, events: [] })
})
