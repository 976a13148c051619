import { expect } from 'vitest'
import { accounts } from './simnet/accounts.ts'
import { test } from './simnet/test.ts'

const { physician, colleague, stranger } = accounts

test('answers zeros for whoever has no record', ({ vault }) => {
  vault.createMedicalRecord(physician, { recordCategory: 'not theirs', dataVolume: 5n })
  expect(vault.getPhysicianStats(stranger)).toEqual({ 'record-count': 0n, 'total-data-managed': 0n })
})

test('equals the sums over the records of each physician', ({ vault }) => {
  const volumes: [string, bigint][] = [
    [physician, 3n],
    [colleague, 10n],
    [physician, 4n],
    [colleague, 20n],
    [physician, 5n],
  ]
  for (const [caller, dataVolume] of volumes) {
    vault.createMedicalRecord(caller, { recordCategory: 'counted', dataVolume })
  }
  expect(vault.getPhysicianStats(physician)).toEqual({ 'record-count': 3n, 'total-data-managed': 12n })
  expect(vault.getPhysicianStats(colleague)).toEqual({ 'record-count': 2n, 'total-data-managed': 30n })
})

test('counts what is managed, not what was drawn', ({ vault, recordId }) => {
  vault.accessMedicalData(physician, { recordId, accessVolume: 100n })
  expect(vault.getPhysicianStats(physician)).toEqual({ 'record-count': 1n, 'total-data-managed': 100n })
})
