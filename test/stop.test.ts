import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ask } from './harness/ask.ts'
import { createCleanup } from './harness/createCleanup.ts'
import { listEvents } from './harness/listEvents.ts'
import { openClinic } from './harness/openClinic.ts'
import { type Chain, startChain } from './harness/startChain.ts'
import { waitUntil } from './harness/waitUntil.ts'

const STOPS_WITHIN_MS = 10_000

const shared = createCleanup()
const own = createCleanup()
let chain: Chain

beforeAll(async () => {
  chain = await startChain({ blockTimeMs: 250, cleanup: shared })
})
afterEach(own.run)
afterAll(shared.run)

test.each([
  { hanging: 'a question', match: { method: 'GET', path: /\/nonces/ } },
  { hanging: 'a broadcast', match: { method: 'POST', path: /^\/v2\/transactions/ } },
] as const)(
  'SIGTERM waits for no chain that leaves $hanging unanswered, and nothing is lost',
  async ({ match }) => {
    const { slack, proxy, start } = await openClinic(chain, { cleanup: own })
    const before = await countGrants()
    const first = await start()
    const { card } = await ask(slack, { by: 'alice', text: 'grant 1 @nadia 500 ward round' })
    const caught = proxy.catchNext({ ...match, when: 'before' })
    await slack.click({ user: 'U0CMO', message: card, actionId: 'medikey_approve' })
    await caught.held

    const askedAt = performance.now()
    expect(await first.stop()).toEqual({ code: 0, signal: null })
    expect(performance.now() - askedAt).toBeLessThan(STOPS_WITHIN_MS)

    const second = await start()
    await waitUntil({
      what: 'the grant on chain',
      withinMs: 20_000,
      look: async () => ((await countGrants()) > before ? true : null),
    })
    await second.stop()
    expect(await countGrants()).toBe(before + 1)
  },
)

test('SIGTERM waits for no Slack that leaves a card unanswered, and the next start shows no second one', async () => {
  const { slack, start } = await openClinic(chain, { cleanup: own })
  const first = await start()
  slack.fail({ method: 'chat.postMessage', kind: 'delay', ms: 60_000 })
  const { card } = await ask(slack, { by: 'alice', text: 'grant 1 @tom 500 ward round' })
  const askedAt = performance.now()
  expect(await first.stop()).toEqual({ code: 0, signal: null })
  expect(performance.now() - askedAt).toBeLessThan(STOPS_WITHIN_MS)

  const second = await start()
  await waitUntil({
    what: 'a card that is known to stand',
    withinMs: 20_000,
    look: () => second.log().find(({ msg, kind }) => msg === 'Post sent' && kind === 'card'),
  })
  await second.stop()
  expect(slack.messages('C0APPROVE')).toEqual([card])
})

async function countGrants(): Promise<number> {
  const events = await listEvents(chain)
  return events.filter(({ value }) => value?.event === 'medical-access-granted').length
}
