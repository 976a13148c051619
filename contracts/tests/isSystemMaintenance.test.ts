import { expect } from 'vitest'
import { accounts } from './simnet/accounts.ts'
import { test } from './simnet/test.ts'

const { cmo } = accounts

test('is false in a contract just deployed', ({ vault }) => {
  expect(vault.isSystemMaintenance()).toBe(false)
})

test('follows the switch', ({ vault }) => {
  vault.enableMaintenance(cmo)
  expect(vault.isSystemMaintenance()).toBe(true)
  vault.disableMaintenance(cmo)
  expect(vault.isSystemMaintenance()).toBe(false)
})
