import { type ContractClient, createContractClient, createPrivateKeySigner } from '@medikey/contract-client'
import {
  alertsSchema,
  bindChain,
  createDirectory,
  type Deps,
  digestSchema,
  monitorsSchema,
} from '@medikey/core'
import { openStore } from '@medikey/store'
import { createTestDatabase } from '@medikey/store/testing'
import { getPersona } from 'medikey'
import type { Cleanup } from '../harness/createCleanup.ts'
import type { SimulatedClock } from './SimulatedClock.ts'
import type { SimulatedChain } from './startSimulatedChain.ts'
import type { World } from './World.ts'

/** MediKey itself, with the simulation's clock, and its way to the chain in the simulation's hand. */
export type SimulatedMedikey = {
  readonly deps: Deps
  /** While it is out, each question to the chain fails in another way. */
  setOutage(isOut: boolean): void
  isOut(): boolean
}

/** The workspace in which everybody of the clinic is. */
export const WORKSPACE = 'T0CLINIC'

/**
 * Opens MediKey's own parts: core on the embedded store, or on a database of its own on the server of
 * TEST_DATABASE_URL; the real client, everybody declared, every key at hand.
 */
export async function openSimulatedMedikey(options: {
  world: World
  chain: SimulatedChain
  clock: SimulatedClock
  cleanup: Cleanup
}): Promise<SimulatedMedikey> {
  const { world, chain, clock, cleanup } = options
  const opened = await openStore({ databaseUrl: await createDatabase({ cleanup }), dataDir: null })
  cleanup.add(opened.close)
  const outage = createOutage()
  const contract = `${getPersona('cmo').principal}.medvault`
  const ledger: ContractClient = createContractClient({
    apiUrl: chain.url,
    network: 'devnet',
    contract,
    fetch: outage.fetch,
  })
  const keys = new Map(world.people.map(({ principal, privateKey }) => [principal, privateKey]))
  const deps: Deps = {
    store: opened.store,
    ledger,
    clock,
    directory: createDirectory({
      identities: world.people.map(({ name, principal, userId }) => ({
        name,
        principal,
        accounts: [{ platform: 'slack' as const, workspace: null, userId }],
        source: 'declared' as const,
      })),
      workspaces: { slack: WORKSPACE },
    }),
    getSigner(principal) {
      const privateKey = keys.get(principal)
      return privateKey === undefined ? null : createPrivateKeySigner({ privateKey, network: 'devnet' })
    },
    settings: {
      network: 'devnet',
      contract,
      approvals: {
        grant: { approvalExpiresInMs: 86_400_000, executionExpiresInMs: 86_400_000 },
        revoke: { approvalExpiresInMs: 86_400_000, executionExpiresInMs: 86_400_000 },
      },
      auditors: [],
      platforms: ['slack'],
      pollIntervalMs: 1_000,
      demo: false,
      explorerUrl: () => null,
      monitors: monitorsSchema.parse({}),
      digest: digestSchema.parse({}),
      alerts: alertsSchema.parse({}),
    },
  }
  await bindChain(deps)
  return { deps, setOutage: outage.set, isOut: outage.isOut }
}

async function createDatabase({ cleanup }: { cleanup: Cleanup }): Promise<string | null> {
  const serverUrl = process.env.TEST_DATABASE_URL
  if (serverUrl === undefined || serverUrl === '') return null
  const { databaseUrl, drop } = await createTestDatabase({ serverUrl })
  cleanup.add(drop)
  return databaseUrl
}

/** An API that is out answers in many ways, and none of them helps. */
function createOutage() {
  let isOut = false
  let asked = 0
  return {
    isOut: () => isOut,
    set(value: boolean) {
      isOut = value
    },
    fetch: (async (input, init) => {
      if (!isOut) return fetch(input, init)
      asked += 1
      if (asked % 3 === 0) throw new TypeError('fetch failed')
      const isHtml = asked % 3 === 1
      return new Response(isHtml ? '<html><h1>Be right back</h1></html>' : '{"error":"down"}', {
        status: isHtml ? 200 : 503,
        headers: { 'content-type': isHtml ? 'text/html' : 'application/json' },
      })
    }) satisfies typeof fetch,
  }
}
