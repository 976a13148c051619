import { randomUUID } from 'node:crypto'
import { advanceAlerts, applyReport, type Lane, operateAlert, type Post, type Store } from '@medikey/core'
import {
  createClinic,
  sampleFinding,
  sampleMessage,
  sampleRequest,
  sampleTransaction,
} from '@medikey/core/testing'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { type OpenStore, openStore } from '../src/index.ts'
import { useTestDatabase } from '../testing/useTestDatabase.ts'

const databaseUrl = useTestDatabase()
const ROUNDS = 60
const NOW = new Date('2026-01-01T09:00:00.000Z')
const EARLIER = new Date('2026-01-01T08:59:00.000Z')
const REF = { platform: 'slack', workspace: 'T1', channel: 'C1', messageId: '1' } as const

/** Two openings share nothing but the server, as two processes do. */
let processes: OpenStore[]
let stores: [Store, Store]

beforeAll(async () => {
  processes = await Promise.all([1, 2].map(() => openStore({ databaseUrl: databaseUrl(), dataDir: null })))
  const [first, second] = processes
  if (first === undefined || second === undefined) throw new Error('Both have to open.')
  stores = [first.store, second.store]
})
afterAll(async () => {
  await Promise.all(processes.map(({ close }) => close()))
})

const inBoth = <T>(race: (store: Store) => Promise<T>) => Promise.all(stores.map(race))

async function saveLane(): Promise<{ lane: Lane; requestId: string }> {
  const request = sampleRequest({ status: 'approved' })
  await stores[0].transaction((unit) => unit.insertRequest(request))
  return { lane: { subject: { requestId: request.id }, platform: 'slack' }, requestId: request.id }
}

const addThread = (store: Store, lane: Lane) =>
  store.transaction((unit) =>
    unit.addPosts([
      {
        id: randomUUID(),
        lane,
        kind: 'thread',
        recipient: null,
        message: sampleMessage(),
        at: EARLIER,
      },
    ]),
  )

test('of two that claim a post at once one gets it, many rounds', async () => {
  const { lane } = await saveLane()
  for (let round = 0; round < ROUNDS; round++) {
    await addThread(stores[0], lane)
    const claims = await inBoth((store) => store.claimPost({ lane, now: NOW, staleBefore: EARLIER }))
    const posts = claims.filter((post) => post !== null)
    expect(posts).toHaveLength(1)
    for (const { id, attempts, revision } of posts)
      await stores[1].settlePost({ id, attempts, revision, outcome: { sent: REF }, at: NOW })
  }
})

test('while posts are added and the card is touched, a lane never has two posts in the air', async () => {
  const { lane, requestId } = await saveLane()
  await stores[0].transaction((unit) =>
    unit.addPosts([{ id: randomUUID(), lane, kind: 'card', recipient: null, message: null, at: EARLIER }]),
  )
  let isWriting = true
  let inTheAir = 0
  const sent: Post[] = []
  const deliver = async (store: Store) => {
    for (let isEmpty = false; isWriting || !isEmpty; ) {
      const post = await store.claimPost({ lane, now: NOW, staleBefore: EARLIER })
      isEmpty = post === null
      if (post === null) continue
      inTheAir++
      expect(inTheAir).toBe(1)
      await store.getCard({ requestId, platform: 'slack' })
      inTheAir--
      sent.push(post)
      const { id, attempts, revision } = post
      await store.settlePost({ id, attempts, revision, outcome: { sent: REF }, at: NOW })
    }
  }
  const write = async () => {
    for (let round = 0; round < ROUNDS; round++) {
      await addThread(stores[round % 2 === 0 ? 0 : 1], lane)
      await stores[0].transaction((unit) => unit.touchCards({ requestId, at: NOW }))
    }
    isWriting = false
  }
  await Promise.all([write(), deliver(stores[0]), deliver(stores[1]), deliver(stores[1])])
  expect(sent.filter(({ kind }) => kind === 'thread')).toHaveLength(ROUNDS)
  expect(sent.filter(({ kind }) => kind === 'card').at(-1)?.revision).toBe(ROUNDS + 1)
})

test('of two that save, decide, queue, sign or end the same at once one wins, many rounds', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const pair = { recordId: BigInt(round), medicalStaff: 'ST-RACE' }
    const inserted = await inBoth((store) =>
      store.transaction((unit) => unit.insertRequest(sampleRequest(pair))),
    )
    const [request] = inserted.filter((saved) => saved !== null)
    if (request === undefined) throw new Error('Nobody won.')
    expect(inserted.filter((saved) => saved === null)).toHaveLength(1)

    const decide = { id: request.id, from: 'pending', to: 'approved', patch: {} } as const
    const decided = await inBoth((store) => store.transaction((unit) => unit.moveRequest(decide)))
    expect(decided.filter((moved) => moved === null)).toHaveLength(1)

    const queued = await Promise.allSettled(
      stores.map((store) =>
        store.transaction((unit) => unit.insertTransaction(sampleTransaction({ requestId: request.id }))),
      ),
    )
    expect(queued.filter(({ status }) => status === 'rejected')).toHaveLength(1)

    const fence = { signer: 'ST-RACE', fence: BigInt(round) }
    const advanced = await inBoth((store) => store.transaction((unit) => unit.advanceSignerFence(fence)))
    expect(advanced.filter(Boolean)).toHaveLength(1)

    const key = { key: `race ${round}`, requestId: request.id, at: NOW }
    const delivered = await inBoth((store) => store.transaction((unit) => unit.claimDelivery(key)))
    expect(delivered.filter((earlier) => earlier === null)).toHaveLength(1)
  }
})

test('of two that use a challenge, or prove one principal, at once one wins, many rounds', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const toAccount = (userId: string) => ({ platform: 'slack', workspace: 'T1', userId }) as const
    const nonce = `nonce ${round}`
    const account = toAccount(`U${round}`)
    await stores[0].transaction((unit) =>
      unit.putLinkChallenge({ nonce, account, expiresAt: NOW, usedAt: null }),
    )
    const used = await inBoth((store) =>
      store.transaction((unit) => unit.useLinkChallenge({ nonce, at: NOW })),
    )
    expect(used.filter(Boolean)).toHaveLength(1)

    const principal = `ST-${round}`
    // Who comes second is refused by what is read, or by the database itself.
    const linked = await Promise.allSettled(
      stores.map((store, index) =>
        store.transaction((unit) =>
          unit.putLink({ account: toAccount(`U${round}-${index}`), principal, linkedAt: NOW }),
        ),
      ),
    )
    expect(linked.filter((each) => each.status === 'fulfilled' && each.value)).toHaveLength(1)
    expect(await stores[1].listLinks({ principal })).toHaveLength(1)
  }
})

test('a job that one writes wakes the other, and each job is done once', async () => {
  const [first, second] = processes
  // Nobody turns this clock, so the workers' polling never comes round: what is done was notified.
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const done: string[] = []
  for (const opened of [first, second])
    await opened?.queue.work('execute', async ({ transactionId }) => void done.push(transactionId))
  const others: string[] = []
  await second?.queue.work('end-grant', async ({ requestId }) => void others.push(requestId))

  // One after another: the first may still be met by the look that a worker takes when it starts.
  for (const requestId of ['r1', 'r2', 'r3']) {
    await stores[0].transaction((unit) => unit.enqueue({ name: 'end-grant', requestId }))
    await expect.poll(() => others.at(-1), { interval: 5, timeout: 5_000 }).toBe(requestId)
  }

  const ids = Array.from({ length: 100 }, (_, index) => `t${index}`)
  await Promise.all(
    ids.map((transactionId, index) =>
      stores[index % 2 === 0 ? 0 : 1].transaction((unit) => unit.enqueue({ name: 'execute', transactionId })),
    ),
  )
  await expect.poll(() => done.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(100)
  expect([...done].sort()).toEqual([...ids].sort())
})

test('of two that take in the same report, sweep or acknowledge at once one does it, many rounds', async () => {
  const { deps, clock } = createClinic()
  const [store] = stores
  const inBothDeps = <T>(act: (both: typeof deps) => Promise<T>) =>
    inBoth((one) => act({ ...deps, store: one }))
  for (let round = 0; round < ROUNDS / 3; round++) {
    const causes = ['a', 'b', 'c'].map((letter) => `${letter}${round}`)
    const holds = causes.map((cause) =>
      sampleFinding({ cause, fingerprint: `race:${cause}`, at: clock.now() }),
    )
    const report = { holds, ended: [] }
    const news = await inBothDeps((both) =>
      both.store.transaction((unit) => applyReport(both, unit, { report, at: clock.now() })),
    )
    expect(news.flat()).toHaveLength(3)

    clock.advance(5 * 3_600_000)
    const moved = await inBothDeps((both) => advanceAlerts(both))
    expect(moved.reduce((sum, count) => sum + count)).toBe(3)

    for (const { id } of news.flat())
      await inBothDeps((both) => operateAlert(both, { alertId: id, act: { kind: 'acknowledge' } }))
    expect(await store.countOpenAlerts()).toBe(0)
  }
  const acts = (await store.listAudit({ limit: 1_000 })).map(({ action }) => action)
  for (const action of ['alert-raised', 'alert-acknowledged', 'alert-resolved'])
    expect(acts.filter((one) => one === action)).toHaveLength(ROUNDS)
})
