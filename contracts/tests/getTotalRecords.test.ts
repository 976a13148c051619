import { expect } from 'vitest'
import { accounts } from './simnet/accounts.ts'
import { test } from './simnet/test.ts'

const { physician, colleague } = accounts

test('starts at 0', ({ vault }) => {
  expect(vault.getTotalRecords()).toBe(0n)
})

test('counts the records of all physicians and no refused one', ({ vault }) => {
  vault.createMedicalRecord(physician, { recordCategory: 'first', dataVolume: 1n })
  vault.createMedicalRecord(colleague, { recordCategory: 'second', dataVolume: 1n })
  vault.createMedicalRecord(colleague, { recordCategory: 'refused', dataVolume: 0n })
  expect(vault.getTotalRecords()).toBe(2n)
})
