import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createClinic, people } from '../../testing/index.ts'
import { findOfficer } from './findOfficer.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('names the officer, and nobody where the chain takes too long to tell', async () => {
  const { deps } = createClinic()
  expect(await findOfficer(deps)).toBe(people.cmo)
  const silent = { ...deps.ledger, getChiefMedicalOfficer: () => new Promise<string>(() => {}) }
  const asked = findOfficer({ ledger: silent })
  await vi.runAllTimersAsync()
  expect(await asked).toBeNull()
})
