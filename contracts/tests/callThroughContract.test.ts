import { Cl } from '@stacks/transactions'
import { expect } from 'vitest'
import { accounts } from './simnet/accounts.ts'
import { ERR } from './simnet/ERR.ts'
import { test } from './simnet/test.ts'

const { cmo, physician, nurse, stranger } = accounts
const { uint, principal, stringAscii } = Cl
const refused = { err: ERR.UNAUTHORIZED_ACCESS, events: [] }

test("a contract that a physician calls cannot grant in the physician's name", ({ vault, app, recordId }) => {
  expect(vault.call(physician, app, 'book-by-granting', [uint(recordId), principal(stranger)])).toEqual(
    refused,
  )
  expect(vault.getAccessPrivilege({ recordId, medicalStaff: stranger })).toBeNull()
  expect(vault.accessMedicalData(stranger, { recordId, accessVolume: 1n })).toEqual(refused)
})

test("a contract that a physician calls cannot revoke in the physician's name", ({
  vault,
  app,
  recordId,
}) => {
  vault.grantMedicalAccess(physician, { recordId, medicalStaff: nurse, accessLimit: 10n })
  expect(vault.call(physician, app, 'book-by-revoking', [uint(recordId), principal(nurse)])).toEqual(refused)
  expect(vault.getAccessPrivilege({ recordId, medicalStaff: nurse })).not.toBeNull()
})

test("a contract that a physician calls cannot archive in the physician's name", ({
  vault,
  app,
  recordId,
}) => {
  expect(vault.call(physician, app, 'book-by-archiving', [uint(recordId)])).toEqual(refused)
  expect(vault.getMedicalRecord(recordId)).toMatchObject({ 'active-record': true })
})

test('a contract that a physician or staff call cannot draw in their name', ({ vault, app, recordId }) => {
  vault.grantMedicalAccess(physician, { recordId, medicalStaff: nurse, accessLimit: 10n })
  expect(vault.call(physician, app, 'book-by-drawing', [uint(recordId), uint(1)])).toEqual(refused)
  expect(vault.call(nurse, app, 'book-by-drawing', [uint(recordId), uint(1)])).toEqual(refused)
  expect(vault.getMedicalRecord(recordId)).toMatchObject({ 'accessed-volume': 0n })
})

test('a contract that a physician calls creates records of its own, not theirs', ({ vault, app }) => {
  expect(vault.call(physician, app, 'book-by-creating', [stringAscii('booked'), uint(5)])).toMatchObject({
    ok: 1n,
    events: [{ event: 'medical-record-created', physician: app }],
  })
  expect(vault.getMedicalRecord(1n)).toMatchObject({ physician: app })
  expect(vault.getPhysicianStats(physician)).toEqual({ 'record-count': 0n, 'total-data-managed': 0n })
})

test('a contract that the Chief Medical Officer calls cannot switch the maintenance', ({ vault, app }) => {
  expect(vault.call(cmo, app, 'book-by-suspending', [])).toEqual({ err: ERR.CMO_ONLY, events: [] })
  vault.enableMaintenance(cmo)
  expect(vault.call(cmo, app, 'book-by-resuming', [])).toEqual({ err: ERR.CMO_ONLY, events: [] })
  expect(vault.isSystemMaintenance()).toBe(true)
})

test('not even a contract of the Chief Medical Officer is the Chief Medical Officer', ({ vault }) => {
  const app = vault.deploy(cmo, 'appointment-app')
  expect(vault.call(cmo, app, 'book-by-suspending', [])).toEqual({ err: ERR.CMO_ONLY, events: [] })
})

test('a contract wallet is a physician like any other', ({ vault, wallet }) => {
  expect(vault.call(physician, wallet, 'create', [stringAscii('shared'), uint(100)])).toMatchObject({
    ok: 1n,
    events: [{ physician: wallet }],
  })
  expect(vault.call(physician, wallet, 'grant', [uint(1), principal(nurse), uint(10)])).toEqual({
    ok: true,
    events: [
      {
        event: 'medical-access-granted',
        'record-id': 1n,
        physician: wallet,
        'medical-staff': nurse,
        'access-limit': 10n,
      },
    ],
  })
  expect(vault.accessMedicalData(nurse, { recordId: 1n, accessVolume: 10n }).ok).toBe(true)
  expect(vault.call(physician, wallet, 'draw', [uint(1), uint(90)])).toMatchObject({
    ok: true,
    events: [{ accessor: wallet, 'accessed-volume': 100n, 'staff-usage': 0n }],
  })
  expect(vault.call(physician, wallet, 'revoke', [uint(1), principal(nurse)])).toMatchObject({
    ok: true,
    events: [{ event: 'medical-access-revoked', physician: wallet }],
  })
  expect(vault.call(physician, wallet, 'archive', [uint(1)])).toMatchObject({
    ok: true,
    events: [{ event: 'record-archived', physician: wallet }],
  })
})

test("a wallet's records are the wallet's: its owner has no say without it", ({ vault, wallet }) => {
  vault.call(physician, wallet, 'create', [stringAscii('shared'), uint(100)])
  expect(vault.grantMedicalAccess(physician, { recordId: 1n, medicalStaff: nurse, accessLimit: 1n })).toEqual(
    refused,
  )
  expect(vault.accessMedicalData(physician, { recordId: 1n, accessVolume: 1n })).toEqual(refused)
  expect(vault.archiveRecord(physician, { recordId: 1n })).toEqual(refused)
})

test("an owner's records are the owner's: their wallet has no say over them", ({
  vault,
  wallet,
  recordId,
}) => {
  expect(vault.call(physician, wallet, 'grant', [uint(recordId), principal(nurse), uint(1)])).toEqual(refused)
  expect(vault.call(physician, wallet, 'archive', [uint(recordId)])).toEqual(refused)
})

test('a contract wallet is staff like any other, and its owner is not', ({ vault, wallet, recordId }) => {
  vault.grantMedicalAccess(physician, { recordId, medicalStaff: wallet, accessLimit: 10n })
  expect(vault.call(physician, wallet, 'draw', [uint(recordId), uint(10)])).toMatchObject({
    ok: true,
    events: [{ accessor: wallet, 'staff-usage': 10n }],
  })
  expect(vault.call(physician, wallet, 'draw', [uint(recordId), uint(1)])).toEqual(refused)
})
