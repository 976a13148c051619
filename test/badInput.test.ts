import { type FakeEphemeral, type FakeMessage, renderText } from '@medikey/slack/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actOnChain } from './harness/actOnChain.ts'
import { type Asked, ask } from './harness/ask.ts'
import { createCleanup } from './harness/createCleanup.ts'
import { listEvents } from './harness/listEvents.ts'
import { openClinic, type TestClinic } from './harness/openClinic.ts'
import { readNonce } from './harness/readNonce.ts'
import { type Chain, startChain } from './harness/startChain.ts'
import type { Medikey } from './harness/startMedikey.ts'
import { waitUntil } from './harness/waitUntil.ts'

const WITHIN_MS = 20_000
const BEYOND_UINT = '340282366920938463463374607431768211456'

const cleanup = createCleanup()
let chain: Chain
let clinic: TestClinic
let medikey: Medikey
/** A good request that waits while everything bad happens, and must still be there afterwards. */
let waiting: Asked

beforeAll(async () => {
  chain = await startChain({ blockTimeMs: 100, cleanup })
  await actOnChain(chain, { as: 'alice', call: { functionName: 'archiveRecord', recordId: 5n } })
  clinic = await openClinic(chain, { cleanup, unlinked: ['ines'] })
  medikey = await clinic.start()
  waiting = await ask(clinic.slack, { by: 'alice', text: 'grant 1 @nadia 500 ward round' })
})
afterAll(cleanup.run)

/** The one answer that a person gets to what they do. */
async function answerTo(user: string, act: () => Promise<{ status: number }>): Promise<string> {
  const { slack } = clinic
  const earlier = slack.ephemerals(user).length
  expect(await act()).toMatchObject({ status: 200 })
  const answer = await waitUntil<FakeEphemeral>({
    what: `an answer to ${user}`,
    withinMs: WITHIN_MS,
    look: () => slack.ephemerals(user)[earlier],
  })
  return renderText(answer)
}

const type = (user: string, text: string) =>
  answerTo(user, () => clinic.slack.command({ user, text, channel: 'C0WARD' }))

describe('a request that is not from Slack', () => {
  test.each([
    ['signed with another secret', { signingSecret: 'another secret' }],
    ['signed ten minutes ago', { at: new Date(Date.now() - 600_000) }],
  ])('%s is answered with 401, and nobody hears of it', async (_, tamper) => {
    const { slack } = clinic
    const calls = slack.calls().length
    const text = 'grant 1 @tom 500 ward round'
    expect(await slack.command({ user: 'U0ALICE', text, tamper })).toMatchObject({ status: 401 })
    const click = { user: 'U0CMO', message: waiting.card, actionId: 'medikey_approve', tamper }
    expect(await slack.click(click)).toMatchObject({ status: 401 })
    expect(slack.calls()).toHaveLength(calls)
  })
})

describe('a command is answered with one clear sentence:', () => {
  test.each([
    ['a record that does not exist', 'grant 99 @tom 5 rounds', /no record with this number/],
    ['an archived record', 'grant 5 @tom 5 rounds', /archived/i],
    ['a record of another physician', 'grant 3 @tom 5 rounds', /physician/],
    ['a record that is no number', 'grant seven @tom 5 rounds', /named by its number/],
    ['a limit of 0', 'grant 1 @tom 0 rounds', /limit of 0 would grant nothing/],
    ['a negative limit', 'grant 1 @tom -5 rounds', /cannot be negative/],
    ['a limit with decimals', 'grant 1 @tom 0.5 rounds', /without decimals/],
    ['a limit beyond 2^128-1', `grant 1 @tom ${BEYOND_UINT} rounds`, /larger than any record/],
    ['a limit above the volume', 'grant 1 @tom 20001 rounds', /more than record 1 still holds/],
    ['a limit above what is left', 'grant 1 @tom 18001 rounds', /18,000 of 20,000 are left/],
    [
      'a principal of another network',
      'grant 1 SP2J6ZY48GV1EZ5V2V5RB9MP66SW86PYKKNRV9EJ7 5 rounds',
      /not a principal of devnet/,
    ],
    ['a name typed by hand', 'grant 1 @nobody 5 rounds', /mention/],
    ['a person who is not linked', 'grant 1 @ines 5 rounds', /person you named is not linked/],
    ['a reason of 10,000 characters', `grant 1 @tom 5 ${'x'.repeat(10_000)}`, /at most 500 characters/],
    ['a word that is no command', 'frobnicate 1', /frobnicate/],
    ['a request that does not exist', 'approve zzzzzzzzzz', /no such request/i],
    ['a decision of somebody else than the CMO', 'approve {waiting}', /Only the Chief Medical Officer/],
  ])('%s', async (_, typed, sentence) => {
    const answer = await type('U0ALICE', typed.replace('{waiting}', waiting.requestId))
    expect(answer).toMatch(sentence)
    expect(answer).not.toMatch(/undefined|\[object|Error:|\n\s+at |[0-9a-f]{64}/)
    expect(answer.length).toBeLessThan(800)
  })

  test.each(['grant 1 @tom 5 rounds', 'record 1', 'records', 'pending', 'approve x'])(
    'somebody who is not linked types %j and learns nothing but that',
    async (text) => {
      const answer = await type('U0INES', text)
      expect(answer).toMatch(/You are not linked to a Stacks principal/)
      expect(answer).not.toMatch(/Cardiology|Meyer|20,000/)
    },
  )
})

test('a reason of blanks is told at its field, and the form stays open', async () => {
  const { slack } = clinic
  await slack.command({ user: 'U0ALICE', text: 'grant 1 @tom 5' })
  const view = await waitUntil({ what: 'the form', withinMs: WITHIN_MS, look: () => slack.modal('U0ALICE') })
  await slack.submitView({ view, values: { reason: '   ' } })
  expect(view).toMatchObject({ isOpen: true, errors: { reason: expect.stringContaining('reason') } })
})

test('emoji and markup in a reason are shown as they were typed, and wake nobody', async () => {
  const { slack } = clinic
  const reason = '👩‍⚕️ <!channel> <@U0BEN> *bold* `code` & more 👍🏽'
  const { card, requestId } = await ask(slack, { by: 'alice', text: `grant 1 @tom 5 ${reason}` })
  expect(renderText(card)).toContain('👩‍⚕️ <!channel> <@U0BEN> *bold* `code` & more 👍🏽')
  expect(JSON.stringify(card.blocks)).not.toMatch(/"user_id":"U0BEN"|"type":"broadcast"/)
  expect(card.text).not.toMatch(/<!channel>|<@U0BEN>/)
  expect(await type('U0ALICE', `cancel ${requestId}`)).toMatch(/Taken back/)
})

describe('a click on', () => {
  const approve = (message: FakeMessage, forge?: { actionId?: string; value?: string }) =>
    answerTo('U0CMO', () =>
      clinic.slack.click({
        user: 'U0CMO',
        message,
        actionId: 'medikey_approve',
        ...(forge === undefined ? {} : { forge }),
      }),
    )

  test('a button with an edited name is answered, and decides nothing', async () => {
    expect(await approve(waiting.card, { actionId: 'medikey_everything' })).toMatch(/another version/)
  })

  test.each([
    ['is empty', ''],
    ['is nobody’s', 'zzzzzzzzzz'],
    ['is a piece of SQL', "'; drop table requests; --"],
    ['is a null character', '\u0000'],
    ['is as long as Slack takes', 'x'.repeat(2000)],
  ])('a button whose edited id %s is answered, and decides nothing', async (_, value) => {
    expect(await approve(waiting.card, { value })).toMatch(/no such request/i)
  })

  test('a button with the id of another request is answered, and decides neither', async () => {
    const { slack } = clinic
    const second = await ask(slack, { by: 'ben', text: 'grant 4 @tom 5 rounds' })
    expect(await approve(second.card, { value: waiting.requestId })).toMatch(
      /does not stand on the card of its request/,
    )
    expect(renderText(second.card)).toContain('Waiting for a decision')
    expect(await type('U0BEN', `cancel ${second.requestId}`)).toMatch(/Taken back/)
  })

  test('a card by somebody else than the CMO decides nothing', async () => {
    const act = () =>
      clinic.slack.click({ user: 'U0BEN', message: waiting.card, actionId: 'medikey_approve' })
    expect(await answerTo('U0BEN', act)).toMatch(/Only the Chief Medical Officer decides/)
  })
})

test('after all of it nothing is on chain, and what waited is approved by two clicks at once, once', async () => {
  const { slack } = clinic
  const granted = async () =>
    (await listEvents(chain)).filter(({ value }) => value?.event === 'medical-access-granted')
  expect(await granted()).toEqual([])
  expect(renderText(waiting.card)).toContain('Waiting for a decision')
  const nonce = await readNonce(chain, { of: 'alice' })
  const earlier = slack.ephemerals('U0CMO').length
  const stale = structuredClone(waiting.card)
  const click = (message: FakeMessage) => slack.click({ user: 'U0CMO', message, actionId: 'medikey_approve' })

  await Promise.all([click(waiting.card), click(waiting.card)])
  await waitUntil({
    what: 'the grant on chain',
    withinMs: WITHIN_MS,
    look: () => (renderText(waiting.card).includes('Access granted') ? true : null),
  })
  await click(stale)
  const answers = await waitUntil({
    what: 'three answers',
    withinMs: WITHIN_MS,
    look() {
      const texts = slack.ephemerals('U0CMO').slice(earlier).map(renderText)
      return texts.length < 3 ? null : texts
    },
  })
  expect(answers.filter((text) => text.includes('You approved'))).toHaveLength(1)
  expect(answers.filter((text) => text.includes('was already approved by'))).toHaveLength(2)
  expect(await medikey.stop()).toEqual({ code: 0, signal: null })
  expect(await granted()).toHaveLength(1)
  expect(await readNonce(chain, { of: 'alice' })).toBe(nonce + 1n)
})
