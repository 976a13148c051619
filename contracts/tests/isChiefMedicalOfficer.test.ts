import { expect } from 'vitest'
import { accounts } from './simnet/accounts.ts'
import { test } from './simnet/test.ts'

const { cmo, physician, stranger } = accounts

test('is true for the deployer and nobody else', ({ vault }) => {
  expect(vault.isChiefMedicalOfficer(cmo)).toBe(true)
  expect(vault.isChiefMedicalOfficer(physician)).toBe(false)
  expect(vault.isChiefMedicalOfficer(stranger)).toBe(false)
})

test('is false for a contract of the deployer, the vault included', ({ vault }) => {
  expect(vault.isChiefMedicalOfficer(vault.contract)).toBe(false)
})
