import { renderText } from '@medikey/slack/testing'
import { getPersona } from 'medikey'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ask } from './harness/ask.ts'
import { createCleanup } from './harness/createCleanup.ts'
import type { RequestMatch } from './harness/createHttpProxy.ts'
import { listEvents } from './harness/listEvents.ts'
import { openClinic } from './harness/openClinic.ts'
import { readNonce } from './harness/readNonce.ts'
import { type Chain, startChain } from './harness/startChain.ts'
import { waitUntil } from './harness/waitUntil.ts'

/** What MediKey promises: after a crash, a restart has finished what was approved within this time. */
const RESTORED_WITHIN_MS = 10_000

const NONCES: RequestMatch = { method: 'GET', path: /\/nonces/ }
const SEND: RequestMatch = { method: 'POST', path: /^\/v2\/transactions/ }

const shared = createCleanup()
const own = createCleanup()
let chain: Chain

beforeAll(async () => {
  chain = await startChain({ blockTimeMs: 250, cleanup: shared })
})
afterEach(own.run)
afterAll(shared.run)

describe('MediKey killed with SIGKILL', () => {
  test.each([
    { point: 'after the decision was committed', match: NONCES, when: 'before', staff: 'nadia', sends: 0 },
    { point: 'after the bytes were stored', match: SEND, when: 'before', staff: 'tom', sends: 0 },
    { point: 'after the node accepted them', match: SEND, when: 'after', staff: 'ines', sends: 1 },
  ] as const)('$point finishes the grant once, within ten seconds of its restart', async (crash) => {
    const { slack, proxy, start } = await openClinic(chain, { cleanup: own })
    const nonce = await readNonce(chain, { of: 'alice' })
    const first = await start()
    const { requestId, card } = await ask(slack, {
      by: 'alice',
      text: `grant 1 @${crash.staff} 500 ward round`,
    })
    const caught = proxy.catchNext({ ...crash.match, when: crash.when })
    await slack.click({ user: 'U0CMO', message: card, actionId: 'medikey_approve' })
    const held = await caught.held
    expect(proxy.countForwarded(SEND)).toBe(crash.sends)
    await first.kill()

    const again = proxy.nextExchange(SEND)
    const restartedAt = performance.now()
    const second = await start()
    await waitUntil({
      what: 'a complete card and the message to who asked',
      withinMs: RESTORED_WITHIN_MS - (performance.now() - restartedAt),
      look: () => (isComplete(card) && told(slack, { requestId }).length > 0 ? true : null),
    })
    const restoredAfterMs = Math.round(performance.now() - restartedAt)
    process.stdout.write(
      `  killed ${crash.point}: restored ${restoredAfterMs} ms after the restart, which was ready after ${Math.round(second.readyAfterMs)} ms\n`,
    )

    // What was stored before the crash is what is sent after it, if it is sent again.
    if (crash.match === SEND && crash.when === 'before') expect((await again).body).toEqual(held.body)
    // Stopping sends what still waits to be told.
    expect(await second.stop()).toEqual({ code: 0, signal: null })
    const grants = (await listEvents(chain)).filter(
      ({ value }) =>
        value?.event === 'medical-access-granted' && value.medicalStaff === getPersona(crash.staff).principal,
    )
    expect(grants).toHaveLength(1)
    expect(await readNonce(chain, { of: 'alice' })).toBe(nonce + 1n)
    expect(slack.messages('C0APPROVE')).toEqual([card])
    expect(isComplete(card)).toBe(true)
    expect(told(slack, { requestId })).toHaveLength(1)
    const stages = slack.thread(card).map(renderText)
    expect(new Set(stages).size).toBe(stages.length)
  })

  test('after a card was posted, before it was noted, shows one card, and its buttons work', async () => {
    const { slack, start } = await openClinic(chain, { cleanup: own })
    const first = await start()
    slack.fail({ method: 'chat.postMessage', kind: 'delay', ms: 600_000 })
    await slack.command({ user: 'U0ALICE', text: 'grant 2 @nadia 500 ward round' })
    const card = await waitUntil({
      what: 'the card',
      withinMs: 20_000,
      look: () => slack.messages('C0APPROVE')[0],
    })
    await first.kill()

    const second = await start()
    await waitUntil({
      what: 'the card in the books',
      withinMs: 20_000,
      look: () => second.log().find(({ msg, kind }) => msg === 'Post sent' && kind === 'card'),
    })
    expect(slack.messages('C0APPROVE')).toEqual([card])
    await slack.click({ user: 'U0CMO', message: card, actionId: 'medikey_approve' })
    await waitUntil({ what: 'a complete card', withinMs: 20_000, look: () => isComplete(card) || null })
    await second.stop()
    expect(slack.messages('C0APPROVE')).toEqual([card])
  })
})

type Message = Parameters<typeof renderText>[0]

/** Included or final, and nothing left to click. */
function isComplete(card: Message): boolean {
  const text = renderText(card)
  return /Access granted, (on chain in|final on chain since) block/.test(text) && !text.includes('[Approve]')
}

/** The direct messages that told alice how her request ended. */
function told(
  slack: { directMessages(user: string): readonly Message[] },
  options: { requestId: string },
): string[] {
  return slack
    .directMessages('U0ALICE')
    .map(renderText)
    .filter((text) => text.includes(options.requestId) && text.includes('Access granted'))
}
