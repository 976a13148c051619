import { readFileSync } from 'node:fs'
import { test as base } from 'vitest'
import { accounts } from './accounts.ts'
import { createVault } from './createVault.ts'
import { openSession } from './openSession.ts'
import { startSimnet } from './startSimnet.ts'

const { physician, nurse, stranger } = accounts

// A simnet keeps whatever was ever deployed to it, and gets slower and larger with it.
const FULL_CHAIN = 3000

declare module 'vitest' {
  interface TaskMeta {
    /** The contract that a try of a test is to judge; the project's own where nothing is said. */
    source?: string
  }
}

/**
 * Vitest's `test` with what a test of the contract starts from; Clarinet's own environment does not support
 * this vitest. `simnet` is shared, everything else is each test's own. Fixtures belong here: a file that
 * extends `test` once more starts a second VM.
 *
 * @example
 * test('archives', ({ vault, recordId }) => {
 *   expect(vault.archiveRecord(accounts.physician, { recordId })).toMatchObject({ ok: true })
 * })
 */
export const test = base
  .extend('simnet', { scope: 'worker' }, () => startSimnet())
  // What the tests judge; a test that needs what no call brings about appends it and deploys that.
  .extend(
    'source',
    ({ task }) => task.meta.source ?? readFileSync(new URL('../../medvault.clar', import.meta.url), 'utf8'),
  )
  // A contract just deployed: there are no records, and no maintenance.
  .extend('vault', async ({ simnet, source }) => {
    if (simnet.stacksBlockHeight > FULL_CHAIN) await openSession(simnet)
    return createVault(simnet, source)
  })
  // A record of the physician that holds 100.
  .extend('recordId', ({ vault }) => {
    vault.createMedicalRecord(physician, { recordCategory: 'cardiology', dataVolume: 100n })
    return 1n
  })
  // Its nurse, who has drawn 7 of the 10 granted to them.
  .extend('granted', ({ vault, recordId }) => {
    vault.grantMedicalAccess(physician, { recordId, medicalStaff: nurse, accessLimit: 10n })
    vault.accessMedicalData(nurse, { recordId, accessVolume: 7n })
    return { recordId, medicalStaff: nurse }
  })
  // A stranger's contract; whoever calls it believes they book an appointment.
  .extend('app', ({ vault }) => vault.deploy(stranger, 'appointment-app'))
  // A contract that acts for its owner, the physician.
  .extend('wallet', ({ vault }) => vault.deploy(physician, 'practice-wallet'))
