import type { Signer } from '@medikey/contract-client'
import { alertsSchema } from '../src/alerts/alertsSchema.ts'
import type { Deps } from '../src/Deps.ts'
import { digestSchema } from '../src/digest/digestSchema.ts'
import { createDirectory } from '../src/identities/createDirectory.ts'
import type { Account } from '../src/model/Account.ts'
import type { Identity } from '../src/model/Identity.ts'
import type { Platform } from '../src/model/Platform.ts'
import { monitorsSchema } from '../src/monitors/monitorsSchema.ts'
import type { Settings } from '../src/Settings.ts'
import { createFakeClock, type FakeClock } from './createFakeClock.ts'
import { createFakeLedger, type FakeLedger } from './createFakeLedger.ts'
import { createMemoryStore, type MemoryStore } from './createMemoryStore.ts'

/** The people of the tests: Clarinet's devnet addresses. */
export const people = {
  cmo: 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM',
  alice: 'ST1SJ3DTE5DN7X54YDH5D64R3BCB6A2AG2ZQ8YPD5',
  ben: 'ST2CY5V39NHDPWSXMW9QDT3HC3GD6Q6XX4CFRK9AG',
  nadia: 'ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC',
  tom: 'ST2NEB84ASENDXKYGJPQW86YXQCEFEX2ZQPG87ND',
  ines: 'ST2REHHS5J3CERCRBEPMGH7921Q6PYKAADT7JP2VB',
} as const

export type Handle = keyof typeof people

/** A clinic with everything core needs, in memory: what tests start from. */
export type Clinic = {
  readonly deps: Deps
  readonly clock: FakeClock
  readonly ledger: FakeLedger
  readonly memory: MemoryStore
  /** The person's account on the clinic's platform. `mallory` is linked to nobody. */
  account(handle: Handle | 'mallory'): Account
}

/**
 * Makes a clinic: a CMO, two physicians (alice has record 1 of 1,000 and record 2 of 50, ben has record 3), two nurses, an auditor.
 *
 * @example
 * const clinic = createClinic()
 * await submitRequest(clinic.deps, { account: clinic.account('alice'), delivery: 'd1', input })
 */
export function createClinic(
  options: {
    platform?: Platform
    settings?: Partial<Settings>
    /** Whose keys MediKey does not hold. */
    withoutKeys?: readonly Handle[]
    /** Who is not declared, and so has to prove who they are. */
    undeclared?: readonly Handle[]
  } = {},
): Clinic {
  const { platform = 'slack', settings = {}, withoutKeys = [], undeclared = [] } = options
  const clock = createFakeClock()
  const memory = createMemoryStore({ clock })
  const ledger = createFakeLedger({
    clock,
    chiefMedicalOfficer: people.cmo,
    records: [
      { physician: people.alice, dataVolume: 1000n },
      { physician: people.alice, dataVolume: 50n },
      { physician: people.ben, dataVolume: 1000n },
      { physician: people.cmo, dataVolume: 1000n },
    ],
  })
  const declared = (Object.keys(people) as Handle[]).filter((handle) => !undeclared.includes(handle))
  const identities = declared.map(
    (handle): Identity => ({
      name: handle,
      principal: people[handle],
      accounts: [{ platform, workspace: null, userId: `U0${handle.toUpperCase()}` }],
      source: 'declared',
    }),
  )
  const deps: Deps = {
    store: memory.store,
    ledger,
    clock,
    directory: createDirectory({ identities, workspaces: { [platform]: 'T0CLINIC' } }),
    getSigner: (principal) =>
      withoutKeys.some((handle) => people[handle] === principal) ? null : createFakeSigner(principal),
    settings: {
      network: 'devnet',
      contract: `${people.cmo}.medvault`,
      approvals: {
        grant: { approvalExpiresInMs: 86_400_000, executionExpiresInMs: 86_400_000 },
        revoke: { approvalExpiresInMs: 86_400_000, executionExpiresInMs: 86_400_000 },
      },
      auditors: [people.ines],
      platforms: [platform],
      alerts: alertsSchema.parse({}),
      monitors: monitorsSchema.parse({}),
      digest: digestSchema.parse({}),
      pollIntervalMs: 1_000,
      demo: false,
      explorerUrl: () => null,
      ...settings,
    },
  }
  return {
    deps,
    clock,
    ledger,
    memory,
    account: (handle) => ({ platform, workspace: 'T0CLINIC', userId: `U0${handle.toUpperCase()}` }),
  }
}

/** The fake ledger looks at no signature. */
function createFakeSigner(address: string): Signer {
  return { address, publicKey: '02'.padEnd(66, '0'), sign: async () => '0'.repeat(128) }
}
