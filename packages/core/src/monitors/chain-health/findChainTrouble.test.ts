import { RateLimitedError, UnexpectedAnswerError } from '@medikey/contract-client'
import { expect, test } from 'vitest'
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

test('a busy chain whose follower keeps up is not behind, however old its last quiet hour is', async () => {
  const { ledger, clock, look } = await setup()
  clock.advance(60 * MINUTE_MS)
  ledger.act(draw)
  expect((await look()).rules).toEqual([])
})
