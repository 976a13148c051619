import { join } from 'node:path'
import { Writable } from 'node:stream'
import {
  type ContractClient,
  createContractClient,
  createPrivateKeySigner,
  type MedvaultEvent,
  UnauthorizedAccessError,
} from '@medikey/contract-client'
import {
  alertsSchema,
  bindChain,
  createDirectory,
  type Deps,
  digestSchema,
  monitorsSchema,
  type Queue,
  type Store,
} from '@medikey/core'
import { createMemoryStore } from '@medikey/core/testing'
import { startJobs } from '@medikey/jobs'
import { createLocalChain } from '@medikey/local-chain'
import { createLogger } from '@medikey/runtime'
import { openStore } from '@medikey/store'
import {
  createPersonaIdentities,
  createTerminalMessenger,
  getPersona,
  personas,
  playStory,
  seed,
} from 'medikey'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'

const chain = await createLocalChain({
  manifestPath: join(import.meta.dirname, '..', 'Clarinet.toml'),
  port: 0,
  mining: 'immediate',
})
const contract = `${getPersona('cmo').principal}.medvault`
const client = createContractClient({ apiUrl: chain.url, network: 'devnet', contract })
await seed({ client, mine: async () => chain.mine() }, {})
afterAll(() => chain.close())

const alice = getPersona('alice').principal
const nadia = getPersona('nadia').principal

type Opened = { readonly store: Store; readonly queue: Queue; close(): Promise<void> }

/** The demo as `medikey start` makes it. */
async function openDemo(opened: Opened) {
  const signers = new Map(
    personas.map(({ principal, privateKey }) => [
      principal,
      createPrivateKeySigner({ privateKey, network: 'devnet' }),
    ]),
  )
  const policy = { approvalExpiresInMs: 86_400_000, executionExpiresInMs: 86_400_000 }
  const deps: Deps = {
    store: opened.store,
    ledger: client,
    clock: { now: () => new Date() },
    directory: createDirectory({
      identities: createPersonaIdentities(),
      workspaces: { terminal: 'demo' },
    }),
    getSigner: (principal) => signers.get(principal) ?? null,
    settings: {
      network: 'devnet',
      contract,
      approvals: { grant: policy, revoke: policy },
      auditors: [],
      platforms: ['terminal'],
      monitors: monitorsSchema.parse({}),
      digest: digestSchema.parse({}),
      alerts: alertsSchema.parse({}),
      pollIntervalMs: 20,
      demo: true,
      explorerUrl: () => null,
    },
  }
  await bindChain(deps)
  const jobs = await startJobs({
    deps,
    queue: opened.queue,
    messengers: [createTerminalMessenger({ out, timeZone: 'UTC' })],
    logger: createLogger({ level: 'silent', name: 'story' }),
  })
  return {
    deps,
    async close() {
      await jobs.stop()
      await opened.close()
    },
  }
}

/** What the contract printed since a number of events, oldest first. */
async function readEvents(since: number): Promise<MedvaultEvent[]> {
  const events = []
  let page = await client.getContractEvents({ limit: 100 })
  events.push(...page.events)
  while (page.olderCursor !== null) {
    page = await client.getContractEvents({ cursor: page.olderCursor, limit: 100 })
    events.push(...page.events)
  }
  return events
    .reverse()
    .slice(since)
    .flatMap(({ value }) => (value === null ? [] : [value]))
}

async function readTransactions(principal: string, from: bigint) {
  const { lastConfirmedNonce } = await client.getNonces({ principal })
  const last = lastConfirmedNonce ?? -1n
  return Promise.all(
    Array.from({ length: Number(last + 1n - from) }, (_, index) =>
      client.getTransactionAtNonce({ principal, nonce: from + BigInt(index) }),
    ),
  )
}

const nextNonce = async (principal: string) =>
  ((await client.getNonces({ principal })).lastConfirmedNonce ?? -1n) + 1n

let drawn: string
let onWrite: () => void
let out: Writable
let demo: Awaited<ReturnType<typeof openDemo>>
let firstEvent: number
let nonces: { alice: bigint; nadia: bigint }

const play = (options: { signal?: AbortSignal; client?: ContractClient } = {}) =>
  playStory({ deps: demo.deps, client, out, signal: new AbortController().signal, ...options })

beforeEach(async () => {
  drawn = ''
  onWrite = () => {}
  out = new Writable({
    write(chunk, _, done) {
      drawn += String(chunk)
      onWrite()
      done()
    },
  })
  firstEvent = (await readEvents(0)).length
  nonces = { alice: await nextNonce(alice), nadia: await nextNonce(nadia) }
})
afterEach(() => demo.close())

const openEmbeddedStore = () => openStore({ databaseUrl: null, dataDir: null })

/** What the story leaves behind, whether it was told in one go or not. */
async function expectToldOnce() {
  const requests = await demo.deps.store.findRequests({ requester: alice, limit: 100 })
  expect(requests).toHaveLength(1)
  expect(await readEvents(firstEvent)).toEqual([
    {
      event: 'medical-access-granted',
      recordId: 1n,
      physician: alice,
      medicalStaff: nadia,
      accessLimit: 500n,
    },
    expect.objectContaining({
      event: 'medical-data-accessed',
      recordId: 1n,
      accessor: nadia,
      accessVolume: 300n,
      staffUsage: 300n,
    }),
  ])
  const grants = await readTransactions(alice, nonces.alice)
  expect(grants.map((transaction) => transaction?.status)).toEqual(['success'])
  const draws = await readTransactions(nadia, nonces.nadia)
  expect(draws.map((transaction) => transaction?.status)).toEqual(['success', 'abort_by_response'])
  expect(draws[1]?.contractError).toBeInstanceOf(UnauthorizedAccessError)
}

describe('the story, on the embedded store,', () => {
  beforeEach(async () => {
    demo = await openDemo(await openEmbeddedStore())
  })

  test('takes its real way: asked, approved, granted, drawn within the limit, refused beyond it', async () => {
    expect(await play()).toBe('played')
    await expectToldOnce()

    const [request] = await demo.deps.store.findRequests({ requester: alice, limit: 1 })
    expect(request).toMatchObject({
      status: 'approved',
      decidedBy: getPersona('cmo').principal,
      accessLimit: 500n,
      durationMs: 8 * 3_600_000,
      reason: 'Ward round, cardiology, late shift',
    })
  })

  test('reads from the command to the refusal', async () => {
    await play()
    const lines = [
      /@Dr\. Alice Meyer › \/medikey grant 1 @nadia 500 for 8h Ward round/,
      /Only visible to @Dr\. Alice Meyer\n.*waits for the Chief Medical Officer/,
      /#approvals\n┌─+┐\n│ … Grant access to record 1 /,
      /│ \[ Approve \] {2}\[ Deny \]/,
      /@Dr\. Clara Okafor › clicks \[ Approve \]/,
      /#approvals, thread\n.*Approved by Dr\. Clara Okafor/,
      /#approvals, edited\n[\s\S]*Access granted, on chain in block \d+/,
      /@Nadia Rahman › draws 300 from record 1/,
      /300 of 500/,
      /@Nadia Rahman › draws 250 from record 1/,
      /Refused by the contract: \(err u105\), ERR_UNAUTHORIZED_ACCESS/,
      /Connecting Slack/,
    ]
    let rest = drawn
    for (const line of lines) {
      expect(rest).toMatch(line)
      const match = line.exec(rest)
      rest = rest.slice((match?.index ?? 0) + 1)
    }
    expect(drawn).toContain('Direct message to @nadia')
    expect(drawn).not.toContain('\u001b[')
  })

  test('is not told again: the record is shown as it stands', async () => {
    await play()
    const pair = { recordId: 1n, medicalStaff: nadia }
    await expect.poll(async () => (await demo.deps.store.getPrivilege(pair))?.usage).toBe(300n)
    drawn = ''
    expect(await play()).toBe('told')
    await expectToldOnce()
    expect(drawn).toContain('was told before')
    expect(drawn).toMatch(/Nadia Rahman \(@nadia\): 300 of 500 used/)
    expect(drawn).not.toContain('› clicks')
  })

  test('stays told, whatever became of the record since', async () => {
    await play()
    const { prepare, broadcast, waitForTransaction } = client
    const signer = createPrivateKeySigner({ privateKey: getPersona('alice').privateKey, network: 'devnet' })
    const nonce = await nextNonce(alice)
    const call = {
      functionName: 'grantMedicalAccess',
      recordId: 1n,
      medicalStaff: nadia,
      accessLimit: 7n,
    } as const
    const { txid } = await broadcast(await prepare({ call, signer, nonce }))
    await waitForTransaction({ txid, pollIntervalMs: 20 })
    expect(await play()).toBe('told')
  })
})

describe('a story that is interrupted', () => {
  beforeEach(async () => {
    demo = await openDemo(createMemoryStore())
  })

  test('when it is told to stop, stops without an error', async () => {
    const controller = new AbortController()
    onWrite = () => controller.abort()
    expect(await play({ signal: controller.signal })).toBe('stopped')
  })

  // The story draws about twenty pieces; each of them is a point where it can end.
  test.each(Array.from({ length: 20 }, (_, index) => index + 1))(
    'at piece %i goes on where it stopped, without doing anything twice',
    async (piece) => {
      const controller = new AbortController()
      let pieces = 0
      onWrite = () => {
        pieces += 1
        if (pieces === piece) controller.abort()
      }
      await play({ signal: controller.signal })
      await play()
      await expectToldOnce()
    },
  )

  test.each(['broadcast', 'waitForTransaction', 'getStaffUsage', 'getTransactionAtNonce'] as const)(
    'because the chain fails in %s goes on at the next start',
    async (method) => {
      const broken = { ...client, [method]: () => Promise.reject(new Error('gone')) }
      await expect(play({ client: broken })).rejects.toThrow('gone')
      expect(await play()).toBe('played')
      await expectToldOnce()
    },
  )

  test('because its draw was sent but no answer came counts that draw', async () => {
    const broken: ContractClient = {
      ...client,
      async broadcast(transaction) {
        await client.broadcast(transaction)
        throw new Error('no answer')
      },
    }
    await expect(play({ client: broken })).rejects.toThrow('no answer')
    await play()
    await expectToldOnce()
  })
})
