import type { ContractCall } from '@medikey/contract-client'
import { createFakeSlack, type FakeMessage, type FakeSlack, renderText } from '@medikey/slack/testing'
import { getPersona } from 'medikey'
import { afterAll, expect, test } from 'vitest'
import { actOnChain } from './harness/actOnChain.ts'
import { createCleanup } from './harness/createCleanup.ts'
import { createHttpProxy, type HttpProxy, type RequestMatch } from './harness/createHttpProxy.ts'
import { createTempDir } from './harness/createTempDir.ts'
import { expectNoSecrets } from './harness/expectNoSecrets.ts'
import { listEvents } from './harness/listEvents.ts'
import { openBooks } from './harness/openBooks.ts'
import { type Chain, startChain } from './harness/startChain.ts'
import { type Medikey, startMedikey } from './harness/startMedikey.ts'
import { waitUntil } from './harness/waitUntil.ts'

const WITHIN_MS = 60_000
/** Longer than a post may be held by a process that died. */
const MOMENT = '10 seconds'

const POST = { method: 'POST', path: /chat\.postMessage/ } as const
const FIRST: RequestMatch = { ...POST, body: /All(\+|%20)10(\+|%20)of/ }
const BELOW: RequestMatch = { ...POST, body: /thread_ts=/ }

/** Each draws a record of 10 empty that is their own: as many alerts, each with its own message. */
const PEOPLE = ['cmo', 'ben', 'nadia', 'tom', 'ines'] as const

type Life = { readonly slack: FakeSlack; readonly chain: Chain; readonly records: bigint[] }
type Step = {
  readonly name: string
  /** How long nothing runs before it; not before the first. */
  readonly after: string
  /** Which posts tell it. */
  readonly posts: RequestMatch
  /** What is said below the message; null where the message itself says it. */
  readonly said: RegExp | null
  /** What leads to it; null where the passing of time does. */
  readonly act: ((life: Life) => Promise<unknown>) | null
}

const steps: readonly Step[] = [
  { name: 'fired', after: MOMENT, posts: FIRST, said: null, act: drawAll },
  { name: 'repeated', after: '4 hours', posts: BELOW, said: /Still firing/, act: null },
  { name: 'acknowledged', after: MOMENT, posts: BELOW, said: /Acknowledged by/, act: acknowledgeAll },
  { name: 'silenced', after: MOMENT, posts: BELOW, said: /Silenced until .*: known/, act: silenceAll },
  { name: 'resolved', after: '1 hour', posts: BELOW, said: /Resolved after/, act: archiveAll },
]

const cleanup = createCleanup()
afterAll(cleanup.run)

test('an alert of a MediKey that is killed, or cannot reach Slack, at each step of its life is told once, as decided', async () => {
  const chain = await startChain({ blockTimeMs: 250, cleanup })
  const slack = await createFakeSlack()
  cleanup.add(slack.close)
  const proxy = await createHttpProxy({ target: new URL(slack.apiUrl).origin, cleanup })
  const directory = createTempDir({ cleanup })
  const env = { SLACK_API_URL: slack.apiUrl.replace(new URL(slack.apiUrl).origin, proxy.url) }
  const started: Medikey[] = []
  const start = async () => {
    const medikey = await startMedikey({ directory, chainUrl: chain.url, slack, env, cleanup })
    started.push(medikey)
    return medikey
  }
  const life: Life = { slack, chain, records: [] }

  for (const [place, { name, after, posts, said, act }] of steps.entries()) {
    const before = steps[place - 1]
    if (before !== undefined) await pass({ directory, time: after })
    // What only the time leads to begins with the process.
    const early = act === null ? strike({ slack, proxy, posts }) : null
    const medikey = await start()
    if (before !== undefined && act !== null) await waitForAll(life, before)
    const kind = said === null ? 'alert' : 'thread'
    const countNoted = () =>
      medikey.log().filter((line) => line.msg === 'Post sent' && line.kind === kind).length
    const noted = early === null ? countNoted() : 0
    const struck = early ?? strike({ slack, proxy, posts })
    await act?.(life)
    await struck
    await waitUntil({
      what: `an alert that ${name}, told and noted`,
      withinMs: WITHIN_MS,
      look: () => (countNoted() > noted ? true : null),
    })
    await medikey.kill()
  }
  await pass({ directory, time: MOMENT })
  const last = await start()
  for (const step of steps) await waitForAll(life, step)
  expect(await last.stop()).toEqual({ code: 0, signal: null })

  const messages = listMessages(slack)
  expect(messages).toHaveLength(PEOPLE.length)
  for (const message of messages) {
    expect(renderText(message)).toContain('Resolved: record')
    expect(slack.thread(message).map(renderText)).toEqual(
      steps.flatMap(({ said }) => (said === null ? [] : [expect.stringMatching(said)])),
    )
  }
  const { rows } = await openBooks({ directory }, (books) =>
    books.query(
      `select status, acknowledged_by, (select count(*)::int from alert_findings where alert_id = alerts.id) as findings,
        (select array_agg(action order by seq) from audit_entries where detail->>'alertId' = alerts.id) as actions
      from alerts where rule = 'record-drawn' and severity = 'warning'`,
    ),
  )
  expect(rows).toEqual(
    Array(PEOPLE.length).fill({
      status: 'resolved',
      acknowledged_by: getPersona('cmo').principal,
      findings: 1,
      actions: ['alert-raised', 'alert-acknowledged', 'alert-silenced', 'alert-resolved'],
    }),
  )
  for (const medikey of started) expectNoSecrets(medikey.output(), { slack })
}, 300_000)

/**
 * Of the next posts one never reaches Slack, one breaks off, one is answered 503, and one is posted without MediKey
 * hearing of it. Whatever else comes passes.
 */
async function strike(options: { slack: FakeSlack; proxy: HttpProxy; posts: RequestMatch }): Promise<void> {
  const { slack, proxy, posts } = options
  const [lost, broken, refused, unheard] = [1, 2, 3, 4].map(() =>
    proxy.catchNext({ ...posts, when: 'before' }),
  )
  await Promise.all([
    lost?.held,
    broken?.held.then(broken.drop),
    refused?.held.then(() => {
      slack.fail({ method: 'chat.postMessage', kind: 'status', status: 503, accepted: false })
      refused.release()
    }),
    unheard?.held.then(() => {
      const answered = proxy.catchNext({ ...posts, when: 'after' })
      unheard.release()
      return answered.held
    }),
  ])
}

/** Lets so much time have passed since MediKey was killed. */
async function pass(options: { directory: string; time: string }): Promise<void> {
  const { directory, time } = options
  await openBooks({ directory }, (books) =>
    books.exec(`
      update posts set claimed_at = claimed_at - interval '${time}', due_at = due_at - interval '${time}';
      update alerts set told_at = told_at - interval '${time}', due_at = due_at - interval '${time}',
        acknowledged_at = acknowledged_at - interval '${time}', silenced_until = silenced_until - interval '${time}',
        moved_at = moved_at - interval '${time}';
      update silences set until = until - interval '${time}';
    `),
  )
}

const listMessages = (slack: FakeSlack): FakeMessage[] =>
  slack.messages('C0ALERTS').filter((message) => renderText(message).includes('All 10 of record'))

/** Waits until each alert has its message, and the step is told there. */
async function waitForAll({ slack }: Life, { name, said }: Step): Promise<void> {
  const isTold = (message: FakeMessage) =>
    said === null || slack.thread(message).some((below) => said.test(renderText(below)))
  await waitUntil({
    what: `everybody's alert that ${name}`,
    withinMs: WITHIN_MS,
    look: () => (listMessages(slack).filter(isTold).length >= PEOPLE.length ? true : null),
  })
}

function call(chain: Chain, toCall: (place: number) => ContractCall): Promise<unknown> {
  return Promise.all(PEOPLE.map((as, place) => actOnChain(chain, { as, call: toCall(place) })))
}

async function drawAll({ chain, records }: Life): Promise<void> {
  const dataVolume = 10n
  await call(chain, () => ({ functionName: 'createMedicalRecord', recordCategory: 'Audiology', dataVolume }))
  const events = await listEvents(chain)
  for (const as of PEOPLE) {
    const { principal } = getPersona(as)
    const created = events.findLast(
      ({ value }) => value?.event === 'medical-record-created' && value.physician === principal,
    )
    if (created?.value?.event !== 'medical-record-created') throw new Error(`${as} has no record.`)
    records.push(created.value.recordId)
  }
  await call(chain, (place) => ({
    functionName: 'accessMedicalData',
    recordId: records[place] ?? 0n,
    accessVolume: dataVolume,
  }))
}

async function acknowledgeAll({ slack }: Life): Promise<void> {
  for (const message of listMessages(slack))
    await slack.click({ user: 'U0CMO', message, actionId: 'medikey_acknowledge' })
}

async function silenceAll({ slack }: Life): Promise<void> {
  for (const message of listMessages(slack)) {
    const id = /alert `?(\w+)/.exec(renderText(message))?.[1]
    await slack.command({ user: 'U0CMO', text: `silence ${id} 1h known` })
  }
}

function archiveAll({ chain, records }: Life): Promise<unknown> {
  return call(chain, (place) => ({ functionName: 'archiveRecord', recordId: records[place] ?? 0n }))
}
