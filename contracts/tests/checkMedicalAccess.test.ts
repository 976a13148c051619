import { expect } from 'vitest'
import { accounts } from './simnet/accounts.ts'
import type { Vault } from './simnet/createVault.ts'
import { ERR } from './simnet/ERR.ts'
import { MAX_UINT } from './simnet/MAX_UINT.ts'
import { test } from './simnet/test.ts'

const { cmo, physician, colleague, nurse, radiologist, stranger } = accounts

/** Every kind of record: active, nearly drawn out, archived, as large as can be, unknown. */
const records = { active: 1n, nearlyDrawn: 2n, archived: 3n, unbounded: 4n, unknown: 5n }
const callers = [physician, nurse, radiologist, colleague, cmo, stranger]
const volumes = [0n, 1n, 5n, 6n, 44n, 45n, 100n, MAX_UINT]

/** On each record the nurse may draw 50, of which 45 are left, and the radiologist without bound. */
function arrange(vault: Vault) {
  for (const recordId of [1n, 2n, 3n, 4n]) {
    const dataVolume = recordId === records.unbounded ? MAX_UINT : 100n
    // A physician each: what one of them manages must not overflow.
    const owner = recordId === records.unbounded ? colleague : physician
    vault.createMedicalRecord(owner, { recordCategory: 'checked', dataVolume })
    vault.grantMedicalAccess(owner, { recordId, medicalStaff: nurse, accessLimit: 50n })
    vault.grantMedicalAccess(owner, { recordId, medicalStaff: radiologist, accessLimit: MAX_UINT })
    vault.accessMedicalData(nurse, { recordId, accessVolume: 5n })
  }
  vault.accessMedicalData(physician, { recordId: records.nearlyDrawn, accessVolume: 90n })
  vault.archiveRecord(physician, { recordId: records.archived })
}

/** Asks first and draws at once, for every caller, record and volume; draws change what follows. */
function askAndDraw(vault: Vault): Set<string> {
  const answers = new Set<string>()
  for (const recordId of Object.values(records)) {
    for (const accessVolume of volumes) {
      for (const caller of callers) {
        const asked = vault.checkMedicalAccess({ recordId, medicalStaff: caller, accessVolume })
        const { events: _, ...drawn } = vault.accessMedicalData(caller, { recordId, accessVolume })
        expect(asked, `${caller} drawing ${accessVolume} from ${recordId}`).toEqual(drawn)
        answers.add(String(drawn.ok ?? drawn.err))
      }
    }
  }
  return answers
}

test('agrees with access-medical-data for every caller, record and volume', ({ vault }) => {
  arrange(vault)
  const {
    RECORD_NOT_FOUND,
    INSUFFICIENT_CLEARANCE,
    INVALID_DATA_SIZE,
    UNAUTHORIZED_ACCESS,
    RECORD_INACTIVE,
  } = ERR
  const errors = [
    RECORD_NOT_FOUND,
    INSUFFICIENT_CLEARANCE,
    INVALID_DATA_SIZE,
    UNAUTHORIZED_ACCESS,
    RECORD_INACTIVE,
  ]
  // Every answer comes up, or the agreement would mean little.
  expect(askAndDraw(vault)).toEqual(new Set(['true', ...errors.map(String)]))
})

test('agrees with access-medical-data in maintenance', ({ vault }) => {
  arrange(vault)
  vault.enableMaintenance(cmo)
  expect(askAndDraw(vault)).toEqual(new Set([String(ERR.SYSTEM_MAINTENANCE)]))
})

test('draws nothing', ({ vault, recordId }) => {
  vault.grantMedicalAccess(physician, { recordId, medicalStaff: nurse, accessLimit: 10n })
  const asked = { recordId, medicalStaff: nurse, accessVolume: 10n }
  expect(vault.checkMedicalAccess(asked)).toEqual({ ok: true })
  expect(vault.checkMedicalAccess(asked)).toEqual({ ok: true })
  expect(vault.getStaffUsage(asked)).toBe(0n)
  expect(vault.getMedicalRecord(recordId)).toMatchObject({ 'accessed-volume': 0n })
})

test('answers for the one asked about, not for the one who asks', ({ vault, recordId }) => {
  vault.grantMedicalAccess(physician, { recordId, medicalStaff: nurse, accessLimit: 10n })
  expect(vault.checkMedicalAccess({ recordId, medicalStaff: nurse, accessVolume: 10n })).toEqual({ ok: true })
  expect(vault.checkMedicalAccess({ recordId, medicalStaff: stranger, accessVolume: 10n })).toEqual({
    err: ERR.UNAUTHORIZED_ACCESS,
  })
})
