import { expect } from 'vitest'
import { accounts } from './simnet/accounts.ts'
import { test } from './simnet/test.ts'

test('is the account that deployed the contract', ({ vault, simnet }) => {
  expect(vault.getChiefMedicalOfficer()).toBe(simnet.deployer)
  expect(vault.getChiefMedicalOfficer()).toBe(accounts.cmo)
})
