import { createFakeDiscord, type FakeDiscord, type FakeMessage, renderText } from '@medikey/discord/testing'
import { renderText as renderSlackText } from '@medikey/slack/testing'
import { getPersona, type Persona } from 'medikey'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { baseEnvironment } from './harness/baseEnvironment.ts'
import { createCleanup } from './harness/createCleanup.ts'
import { createTempDir } from './harness/createTempDir.ts'
import { listEvents } from './harness/listEvents.ts'
import { medikeyMain } from './harness/medikeyMain.ts'
import { openClinic } from './harness/openClinic.ts'
import { type Chain, startChain } from './harness/startChain.ts'
import { startMedikey } from './harness/startMedikey.ts'
import { startProcess } from './harness/startProcess.ts'
import { waitUntil } from './harness/waitUntil.ts'

const WITHIN_MS = 20_000

const shared = createCleanup()
const own = createCleanup()
let chain: Chain
let discord: FakeDiscord

beforeAll(async () => {
  chain = await startChain({ blockTimeMs: 250, cleanup: shared })
})
afterAll(shared.run)
afterEach(own.run)

async function openDiscord(): Promise<void> {
  discord = await createFakeDiscord()
  own.add(discord.close)
}

type Handle = Persona['handle']
const cards = () => discord.messages(discord.channels.approvals)

/** A physician asks for somebody's access to record 1, and waits for the card. */
async function ask(staff: Handle): Promise<FakeMessage> {
  await discord.command({
    user: discord.users.alice,
    command: 'medikey grant',
    options: {
      record: '1',
      staff: discord.users[staff],
      limit: '500',
      duration: '8h',
      reason: `for ${staff}`,
    },
  })
  return findCard(staff)
}

const findCard = (staff: string) =>
  waitUntil({
    what: `the card of the request for ${staff}`,
    withinMs: WITHIN_MS,
    look: () => cards().find((card) => renderText(card).includes(`for ${staff}`)),
  })

const sees = (what: string, list: () => readonly FakeMessage[], text: string) =>
  waitUntil({
    what: `${what} with "${text}" in:\n${list().map(renderText).join('\n')}`,
    withinMs: WITHIN_MS,
    look: () => list().find((message) => renderText(message).includes(text)),
  })

const countGrants = async (staff: Handle) =>
  (await listEvents(chain)).filter(
    ({ value }) =>
      value?.event === 'medical-access-granted' && value.medicalStaff === getPersona(staff).principal,
  ).length

test('in Discord alone a grant goes from the command to the chain, everybody is told, and nobody speaks for anybody', async () => {
  await openDiscord()
  const options = { directory: createTempDir({ cleanup: own }), chainUrl: chain.url, discord }
  const medikey = await startMedikey({ ...options, cleanup: own })
  expect(await (await fetch(`${medikey.url}/readyz`)).json()).toMatchObject({ checks: { discord: 'ok' } })

  const { directory } = options
  const said = startProcess({
    script: medikeyMain,
    args: ['say', 'cmo', 'pending'],
    env: { ...baseEnvironment({ home: directory }), MEDIKEY_DATA_DIR: directory },
    cwd: directory,
  })
  expect(await said.exited).toEqual({ code: 1, signal: null })
  expect(said.stderr()).toContain('this MediKey speaks with discord: type /medikey there')

  const card = await ask('nadia')
  expect(renderText(card)).toContain('[Approve] [Deny]')
  await discord.click({ user: discord.users.cmo, message: card, button: 'Approve' })

  await sees('the card', cards, 'on chain in block')
  expect(renderText(card)).not.toContain('[Approve]')
  expect(card.edits).toBeGreaterThan(0)
  await sees('the thread', () => discord.thread(card), 'Approved by')
  await sees('the thread', () => discord.thread(card), 'on chain in block')
  await sees(
    'the message to who asked',
    () => discord.directMessages(discord.users.alice),
    'on chain in block',
  )
  await sees(
    'the message to the grantee',
    () => discord.directMessages(discord.users.nadia),
    'you may draw up to 500',
  )
  expect(await countGrants('nadia')).toBe(1)

  expect(await medikey.stop()).toEqual({ code: 0, signal: null })
  expect(discord.countConnections()).toBe(0)
  expect(medikey.output()).not.toContain(discord.token)
})

test('a restart after SIGKILL finds the card that Discord had posted without an answer', async () => {
  await openDiscord()
  const { start } = await openClinic(chain, { discord, cleanup: own })
  const first = await start()
  discord.fail({ route: 'POST /channels/:channel/messages', kind: 'hang', accepted: true })
  const card = await ask('tom')
  await first.kill()

  // What the first one holds, the second takes over after some seconds; before that it does not know the card.
  const second = await start()
  await waitUntil({
    what: 'the card that was found',
    withinMs: WITHIN_MS,
    look: () => second.output().includes('"kind":"card"') || null,
  })
  await discord.click({ user: discord.users.cmo, message: card, button: 'Approve' })
  await sees('the card', cards, 'on chain in block')
  expect(cards()).toEqual([card])
  expect(await countGrants('tom')).toBe(1)
})

test('with both platforms a request has a card on each, and what is decided on one shows on the other', async () => {
  await openDiscord()
  const { slack, start } = await openClinic(chain, { discord, cleanup: own })
  await start()
  const card = await ask('ines')
  const slackCard = await waitUntil({
    what: 'the card in Slack',
    withinMs: WITHIN_MS,
    look: () => slack.messages('C0APPROVE').find((one) => renderSlackText(one).includes('for ines')),
  })
  await discord.click({ user: discord.users.cmo, message: card, button: 'Approve' })

  await waitUntil({
    what: 'the grant on the card in Slack',
    withinMs: WITHIN_MS,
    look: () => (renderSlackText(slackCard).includes('on chain in block') ? true : null),
  })
  await sees('the card', cards, 'on chain in block')
  expect(slack.messages('C0APPROVE')).toEqual([slackCard])
  expect(renderSlackText(slackCard)).not.toContain('Approve]')
  expect(await countGrants('ines')).toBe(1)
})
