import { RateLimitedError, UnexpectedAnswerError } from '@medikey/contract-client'
import { describe, expect, test } from 'vitest'
import { createClinic, people } from '../../../testing/index.ts'
import { followOnce } from '../../follower/followOnce.ts'
import { findChainTrouble } from './findChainTrouble.ts'

const MINUTE_MS = 60_000
const draw = {
  sender: people.alice,
  call: { functionName: 'accessMedicalData', recordId: 1n, accessVolume: 1n },
} as const

async function setup() {
  const clinic = createClinic()
  await followOnce(clinic.deps)
  const look = async () => {
    const now = clinic.clock.now()
    const settings = clinic.deps.settings.monitors['chain-health']
    const { holds, ended } = await findChainTrouble(
      clinic.deps,
      { changes: [], failedCalls: [], since: null, now },
      settings,
    )
    return { rules: holds.map(({ rule }) => rule), holds, ended: ended.toSorted() }
  }
  return { ...clinic, look }
}

const FINE = { rules: [], holds: [], ended: ['chain-stale', 'chain-unreachable', 'follower-behind'] }

test('a chain that makes blocks and is followed is no finding', async () => {
  const { ledger, deps, look } = await setup()
  expect(await look()).toEqual(FINE)
  ledger.act(draw)
  await followOnce(deps)
  expect(await look()).toEqual(FINE)
})

test.each([
  ['answers with a web page', new UnexpectedAnswerError({ route: '/extended', problem: 'answered no JSON' })],
  ['asks to wait', new RateLimitedError({ route: '/extended', retryAfterMs: 5_000 })],
])('an API that %s is one condition with the cause told, and the others are left open', async (_, error) => {
  const { ledger, clock, look } = await setup()
  ledger.disturbReads(() => {
    throw error
  })
  const { holds, ended } = await look()
  expect(holds).toMatchObject([
    {
      rule: 'chain-unreachable',
      severity: 'critical',
      kind: 'condition',
      at: clock.now(),
      summary: expect.stringContaining(error.shortMessage),
    },
  ])
  expect(ended).toEqual([])
  ledger.disturbReads(null)
  expect(await look()).toEqual(FINE)
})

test('a mistake of our own is no outage', async () => {
  const { ledger, look } = await setup()
  ledger.disturbReads(() => {
    throw new TypeError('undefined is not a function')
  })
  await expect(look()).rejects.toThrow(TypeError)
})

test('a tip of half an hour is stale since then, and no more after a new block', async () => {
  const { ledger, clock, look } = await setup()
  ledger.advanceTenure(1)
  const minedAt = clock.now().getTime()
  clock.advance(30 * MINUTE_MS - 1)
  expect(await look()).toEqual(FINE)
  clock.advance(2 * MINUTE_MS)
  expect((await look()).holds).toMatchObject([
    { rule: 'chain-stale', severity: 'warning', at: new Date(minedAt + 30 * MINUTE_MS) },
  ])
  ledger.advanceTenure(1)
  expect(await look()).toEqual(FINE)
})

test('a clock that was set back finds nothing stale', async () => {
  const { clock, look } = await setup()
  clock.set(new Date(0))
  expect(await look()).toEqual(FINE)
})

test('an event that is not followed within its time is behind, however many came after it', async () => {
  const { ledger, clock, deps, look } = await setup()
  ledger.act(draw)
  const minedAt = clock.now().getTime()
  clock.advance(5 * MINUTE_MS - 1)
  expect((await look()).rules).toEqual([])
  clock.advance(1)
  ledger.act(draw)
  expect((await look()).holds).toMatchObject([
    {
      rule: 'follower-behind',
      at: new Date(minedAt + 5 * MINUTE_MS),
      summary: expect.stringContaining('2 events or more'),
    },
  ])
  await followOnce(deps)
  expect((await look()).rules).toEqual([])
})

describe('what a reorg took back', () => {
  const note = async (clinic: ReturnType<typeof createClinic>, toHeight: number, failedCalls = 0) => {
    await clinic.deps.store.transaction((unit) =>
      unit.insertReorg({
        ...{ at: clinic.clock.now(), fromHeight: 104, fromHash: '0xb104', toHeight, events: 1, failedCalls },
      }),
    )
  }

  test('is found by the follower and told once for each, the deep ones as a warning', async () => {
    const clinic = await setup()
    const { ledger, deps, look } = clinic
    ledger.act(draw)
    await followOnce(deps)
    ledger.orphanTip()
    ledger.advanceTenure(1)
    await followOnce(deps)
    expect((await look()).holds).toMatchObject([
      { rule: 'chain-reorganised', kind: 'happening', severity: 'info', at: clinic.clock.now() },
    ])
    clinic.clock.advance(MINUTE_MS)
    await note(clinic, 103)
    clinic.clock.advance(MINUTE_MS)
    await note(clinic, 102, 2)
    const { holds } = await look()
    expect(holds.map(({ severity }) => severity)).toEqual(['info', 'info', 'warning'])
    expect(new Set(holds.map(({ fingerprint }) => fingerprint)).size).toBe(3)
    expect(holds[2]?.summary).toContain(
      '3 blocks (102 to 104) back, with 1 event and 2 refused calls of the contract',
    )
    expect((await look()).holds).toEqual(holds)
  })

  test('is told while the chain cannot be read, and not when it is history at the first look', async () => {
    const clinic = await setup()
    const { ledger, clock, look } = clinic
    await note(clinic, 104)
    ledger.disturbReads(() => {
      throw new RateLimitedError({ route: '/extended', retryAfterMs: 5_000 })
    })
    expect((await look()).rules).toEqual(['chain-reorganised', 'chain-unreachable'])
    clock.advance(25 * 60 * MINUTE_MS)
    expect((await look()).rules).toEqual(['chain-unreachable'])
  })
})

test('a busy chain whose follower keeps up is not behind, however old its last quiet hour is', async () => {
  const { ledger, clock, look } = await setup()
  clock.advance(60 * MINUTE_MS)
  ledger.act(draw)
  expect((await look()).rules).toEqual([])
})
