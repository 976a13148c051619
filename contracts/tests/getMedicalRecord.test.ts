import { expect } from 'vitest'
import { accounts } from './simnet/accounts.ts'
import { test } from './simnet/test.ts'

const { physician } = accounts

test.for([0n, 2n, 2n ** 128n - 1n])('knows no record %s before it is created', (recordId, { vault }) => {
  vault.createMedicalRecord(physician, { recordCategory: 'only', dataVolume: 1n })
  expect(vault.getMedicalRecord(recordId)).toBeNull()
})

test('shows what was drawn and that the record is archived', ({ vault, recordId }) => {
  vault.accessMedicalData(physician, { recordId, accessVolume: 30n })
  vault.archiveRecord(physician, { recordId })
  expect(vault.getMedicalRecord(recordId)).toEqual({
    physician,
    'record-category': 'cardiology',
    'data-volume': 100n,
    'accessed-volume': 30n,
    'created-at': vault.height() - 2n,
    'active-record': false,
  })
})
