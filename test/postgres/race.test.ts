import { createFakeSlack, type FakeMessage, type FakeSlack, renderText } from '@medikey/slack/testing'
import { createTestDatabase } from '@medikey/store/testing'
import { getPersona } from 'medikey'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCleanup } from '../harness/createCleanup.ts'
import { createTempDir } from '../harness/createTempDir.ts'
import { expectNoSecrets } from '../harness/expectNoSecrets.ts'
import { listEvents } from '../harness/listEvents.ts'
import { readNonce } from '../harness/readNonce.ts'
import { type Chain, startChain } from '../harness/startChain.ts'
import { type Medikey, startMedikey } from '../harness/startMedikey.ts'
import { waitUntil } from '../harness/waitUntil.ts'
import { toSlackId } from '../harness/writeMedikeyConfig.ts'

const ROUNDS = 100
/** Rounds that are under way together. */
const BATCH = 10
const WITHIN_MS = 30_000

const RECORDS = [
  { by: 'alice', record: 1 },
  { by: 'ben', record: 3 },
  { by: 'alice', record: 2 },
  { by: 'ben', record: 4 },
]

const cleanup = createCleanup()
let chain: Chain
let slack: FakeSlack
let database: pg.Client
let one: Medikey
let other: Medikey

beforeAll(async () => {
  const serverUrl = process.env.TEST_DATABASE_URL
  if (serverUrl === undefined) throw new Error('Set TEST_DATABASE_URL to a PostgreSQL server for tests.')
  const { databaseUrl, drop } = await createTestDatabase({ serverUrl })
  cleanup.add(drop)
  chain = await startChain({ blockTimeMs: 250, cleanup })
  slack = await createFakeSlack()
  cleanup.add(slack.close)
  const options = { chainUrl: chain.url, slack, databaseUrl, cleanup }
  ;[one, other] = await Promise.all([
    startMedikey({ ...options, directory: createTempDir({ cleanup }) }),
    startMedikey({ ...options, directory: createTempDir({ cleanup }) }),
  ])
  database = new pg.Client({ connectionString: databaseUrl })
  await database.connect()
  cleanup.add(() => database.end())
})
afterAll(cleanup.run)

type Round = { readonly requestId: string; readonly card: FakeMessage }
type Outcome = { readonly decided: string; readonly already: string }

test.each([
  { name: 'Approve in both', slug: 'both', decide: approveInBoth },
  { name: 'Approve in one and Deny in the other', slug: 'either', decide: approveAndDeny },
])('$name of two processes: one decision, at most one transaction, the other click is told', async (race) => {
  const before = await readChain()
  const rounds: Round[] = []
  const outcomes = new Map<string, Outcome>()
  for (let start = 0; start < ROUNDS; start += BATCH) {
    const batch = await Promise.all(
      Array.from({ length: BATCH }, (_, index) => askOnce({ round: start + index, race })),
    )
    await race.decide(batch)
    for (const { requestId } of batch) outcomes.set(requestId, await readOutcome(requestId))
    rounds.push(...batch)
  }

  const approved = rounds.filter(({ requestId }) => outcomes.get(requestId)?.decided === 'approved')
  const rows = await waitUntil({
    what: 'every approved request on chain',
    withinMs: WITHIN_MS,
    async look() {
      const read = await readRows(rounds)
      const done = read.filter(({ sent }) => /^(included|final)$/.test(sent ?? ''))
      return done.length >= approved.length ? read : null
    },
  })

  for (const { requestId } of rounds) {
    const outcome = outcomes.get(requestId)
    // Who came second is told what the first one did.
    expect(outcome?.already).toBe(outcome?.decided)
    const isApproved = outcome?.decided === 'approved'
    expect(rows.find(({ id }) => id === requestId)).toMatchObject({
      status: outcome?.decided,
      decisions: 1,
      transactions: isApproved ? 1 : 0,
    })
  }
  const after = await readChain()
  const txids = rows.flatMap(({ txid }) => txid ?? [])
  expect(new Set(txids).size).toBe(approved.length)
  expect(after.granted.filter((txid) => !before.granted.includes(txid)).sort()).toEqual(txids.sort())
  expect(after.sent - before.sent).toBe(BigInt(approved.length))
  process.stdout.write(`  ${race.name}: ${ROUNDS} rounds, ${approved.length} approved\n`)
})

test('both processes stop when asked, and neither wrote a secret', async () => {
  for (const medikey of [one, other]) {
    expect(await medikey.stop()).toEqual({ code: 0, signal: null })
    expectNoSecrets(medikey.output(), { slack })
  }
})

/** Asks for a grant at one of the doors, each time for somebody else, and waits for its card. */
async function askOnce(options: { round: number; race: { name: string; slug: string } }): Promise<Round> {
  const { round, race } = options
  const terms = RECORDS[round % RECORDS.length]
  if (terms === undefined) throw new Error('There are no records.')
  const staff = `${getPersona('nadia').principal}.${race.slug}-${round}`
  const reason = `${race.name}, round ${round}.`
  slack.deliverTo(door(round % 2 === 0 ? one : other))
  await slack.command({
    user: toSlackId(terms.by),
    text: `grant ${terms.record} ${staff} ${round + 1} ${reason}`,
  })
  const card = await waitUntil({
    what: `the card of ${reason}`,
    withinMs: WITHIN_MS,
    look: () => slack.messages('C0APPROVE').find((message) => renderText(message).includes(reason)),
  })
  const requestId = card.metadata?.event_payload.request_id
  if (typeof requestId !== 'string') throw new Error('The card names no request.')
  return { requestId, card }
}

async function approveInBoth(batch: readonly Round[]): Promise<void> {
  for (const [index, { card }] of batch.entries()) {
    const doors = index % 2 === 0 ? [one, other] : [other, one]
    await Promise.all(
      doors.map((medikey) => {
        slack.deliverTo(door(medikey))
        return slack.click({ user: 'U0CMO', message: card, actionId: 'medikey_approve' })
      }),
    )
  }
}

async function approveAndDeny(batch: readonly Round[]): Promise<void> {
  for (const [index, { requestId, card }] of batch.entries()) {
    const [approver, denier] = index % 2 === 0 ? [one, other] : [other, one]
    slack.deliverTo(door(denier))
    await slack.click({ user: 'U0CMO', message: card, actionId: 'medikey_deny' })
    const view = await waitUntil({
      what: 'the form that asks why',
      withinMs: WITHIN_MS,
      look() {
        const modal = slack.modal('U0CMO')
        return JSON.stringify(modal?.view).includes(requestId) ? modal : null
      },
    })
    const deny = () => slack.submitView({ view, values: { reason: 'not needed' } })
    const approve = () => {
      slack.deliverTo(door(approver))
      return slack.click({ user: 'U0CMO', message: card, actionId: 'medikey_approve' })
    }
    // In turns, so that each of them is the first one sent in half of the rounds.
    if (index % 4 < 2) await Promise.all([deny(), approve()])
    else {
      const approving = approve()
      slack.deliverTo(door(denier))
      await Promise.all([approving, deny()])
    }
  }
}

/** What the CMO was told at the two doors. */
async function readOutcome(requestId: string): Promise<Outcome> {
  const answers = await waitUntil({
    what: `both answers about request ${requestId}`,
    withinMs: WITHIN_MS,
    look() {
      const texts = slack.ephemerals('U0CMO').map(renderText)
      const about = texts.filter((text) => text.includes(requestId))
      return about.length < 2 ? null : about
    },
  })
  const decided = answers.flatMap((text) =>
    text.includes('You approved') ? ['approved'] : text.includes(': Denied') ? ['denied'] : [],
  )
  const already = answers.flatMap((text) => /was already (\w+)/.exec(text)?.[1] ?? [])
  expect({ answers, decided: decided.length, already: already.length }).toEqual({
    answers,
    decided: 1,
    already: 1,
  })
  return { decided: decided[0] ?? '', already: already[0] ?? '' }
}

type Row = {
  readonly id: string
  readonly status: string
  readonly decisions: number
  readonly transactions: number
  readonly txid: string | null
  readonly sent: string | null
}

async function readRows(rounds: readonly Round[]): Promise<Row[]> {
  const { rows } = await database.query<Row>(
    `select r.id, r.status,
       (select count(*)::int from audit_entries a
          where a.request_id = r.id and a.action in ('request-approved', 'request-denied')) as decisions,
       (select count(*)::int from transactions t where t.request_id = r.id) as transactions,
       (select max(t.txid) from transactions t where t.request_id = r.id) as txid,
       (select max(t.status) from transactions t where t.request_id = r.id) as sent
     from requests r where r.id = any($1)`,
    [rounds.map(({ requestId }) => requestId)],
  )
  return rows
}

async function readChain(): Promise<{ granted: string[]; sent: bigint }> {
  const events = await listEvents(chain)
  const nonces = await Promise.all([readNonce(chain, { of: 'alice' }), readNonce(chain, { of: 'ben' })])
  return {
    granted: events.filter(({ value }) => value?.event === 'medical-access-granted').map(({ txid }) => txid),
    sent: nonces.reduce((sum, nonce) => sum + nonce, 0n),
  }
}

function door(medikey: Medikey): string {
  return `${medikey.url}/slack/events`
}
