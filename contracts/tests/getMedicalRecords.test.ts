import { expect } from 'vitest'
import { accounts } from './simnet/accounts.ts'
import { test } from './simnet/test.ts'

const { physician, colleague } = accounts

test('answers a page in the order asked, with none for what is unknown', ({ vault }) => {
  vault.createMedicalRecord(physician, { recordCategory: 'first', dataVolume: 1n })
  vault.createMedicalRecord(colleague, { recordCategory: 'second', dataVolume: 2n })
  expect(vault.getMedicalRecords([2n, 3n, 1n, 2n])).toEqual([
    vault.getMedicalRecord(2n),
    null,
    vault.getMedicalRecord(1n),
    vault.getMedicalRecord(2n),
  ])
  expect(vault.getMedicalRecord(2n)).toMatchObject({ 'record-category': 'second' })
})

test('answers an empty page for no ids', ({ vault }) => {
  expect(vault.getMedicalRecords([])).toEqual([])
})

test('answers 25 records at once', ({ vault }) => {
  const ids = Array.from({ length: 25 }, (_, index) => BigInt(index + 1))
  for (const id of ids)
    vault.createMedicalRecord(physician, { recordCategory: `number ${id}`, dataVolume: id })
  expect(vault.getMedicalRecords(ids)).toMatchObject(ids.map((id) => ({ 'data-volume': id })))
})
