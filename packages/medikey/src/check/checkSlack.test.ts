import { type Config, createLogger, createSecret, type Secret, type SlackConfig } from '@medikey/runtime'
import { createFakeSlack } from '@medikey/slack/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Check } from './Check.ts'
import { checkSlack } from './checkSlack.ts'

let slack: Awaited<ReturnType<typeof createFakeSlack>>
beforeEach(async () => {
  slack = await createFakeSlack()
})
afterEach(() => slack.close())

async function check(
  options: {
    botToken?: string
    otherBotTokens?: readonly Secret[]
    appToken?: string
    isHttp?: boolean
    alerts?: string
    identities?: Config['identities']
  } = {},
): Promise<Check[]> {
  const {
    botToken = slack.botToken,
    otherBotTokens,
    appToken = slack.appToken,
    isHttp = false,
    alerts = 'C0ALERTS',
    identities = [],
  } = options
  const shared = {
    botToken: createSecret(botToken),
    ...(otherBotTokens === undefined ? {} : { otherBotTokens }),
    apiUrl: slack.apiUrl,
    channels: { approvals: 'C0APPROVE', alerts },
  }
  const config: SlackConfig = isHttp
    ? { ...shared, mode: 'http', signingSecret: createSecret(slack.signingSecret) }
    : { ...shared, mode: 'socket', appToken: createSecret(appToken) }
  return checkSlack(
    { slack: config, discord: null, namesSlack: true, demo: false, identities },
    { logger: createLogger({ level: 'silent', name: 'test' }) },
  )
}

const pick = (checks: readonly Check[], name: string) => checks.find((one) => one.name === name)

test('a workspace where all is there is told with the app’s tokens and both channels', async () => {
  const checks = await check()
  expect(checks.map(({ name, ok }) => [name, ok])).toEqual([
    ['slack', true],
    ['slack scopes', true],
    ['slack socket', true],
    ['slack approvals', true],
    ['slack alerts', true],
  ])
  expect(checks[0]?.detail).toContain(slack.team)
})

test('nothing is posted and nobody is written to', async () => {
  await check()
  const methods = new Set(slack.calls().map((call) => call.method))
  expect(methods).toEqual(new Set(['auth.test', 'apps.connections.open', 'conversations.history']))
})

test('over HTTP it says what Slack has to reach', async () => {
  expect(pick(await check({ isHttp: true }), 'slack http')).toMatchObject({
    ok: true,
    detail: expect.stringContaining('/slack/events'),
  })
})

test('a bot token that Slack does not know ends it, and is not repeated', async () => {
  const checks = await check({ botToken: 'xoxb-unknown' })
  expect(checks).toEqual([{ name: 'slack', ok: false, detail: expect.stringContaining('SLACK_BOT_TOKEN') }])
  expect(JSON.stringify(checks)).not.toContain('xoxb-unknown')
})

test('an app token that Slack does not know is told apart from the bot token', async () => {
  const checks = await check({ appToken: 'xapp-unknown' })
  expect(pick(checks, 'slack')).toMatchObject({ ok: true })
  expect(pick(checks, 'slack socket')).toMatchObject({
    ok: false,
    detail: expect.stringContaining('connections:write'),
  })
  expect(JSON.stringify(checks)).not.toContain('xapp-unknown')
})

test('a channel without the app says to invite it', async () => {
  slack.removeFrom('C0ALERTS')
  const checks = await check()
  expect(pick(checks, 'slack alerts')).toMatchObject({
    ok: false,
    detail: expect.stringMatching(/^Channel C0ALERTS: .*\/invite @MediKey/),
  })
  expect(pick(checks, 'slack approvals')).toMatchObject({ ok: true })
})

test('a channel that does not exist says to correct its id', async () => {
  expect(pick(await check({ alerts: 'C0NOWHERE' }), 'slack alerts')).toMatchObject({
    ok: false,
    detail: expect.stringContaining('channel ids in medikey.yaml'),
  })
})

test.each([
  ['is rate limited', { kind: 'rate_limited', retryAfterSeconds: 3 }],
  ['breaks down', { kind: 'status', status: 503, accepted: false }],
  ['lacks a scope', { kind: 'error', error: 'missing_scope' }],
] as const)('a channel whose history %s is no crash', async (_, fault) => {
  slack.fail({ method: 'conversations.history', times: 2, ...fault })
  const checks = await check()
  expect(checks.filter((one) => !one.ok).map((one) => one.name)).toEqual(['slack approvals', 'slack alerts'])
})

test('Slack that cannot be reached is told in one sentence', async () => {
  await slack.close()
  expect(await check()).toEqual([
    { name: 'slack', ok: false, detail: expect.stringContaining('Check the network and SLACK_API_URL') },
  ])
})

test('where Slack is not configured nothing is asked', async () => {
  const logger = createLogger({ level: 'silent', name: 'test' })
  const [only, ...others] = await checkSlack(
    { slack: null, discord: null, namesSlack: false, demo: true, identities: [] },
    { logger },
  )
  expect(only).toMatchObject({ name: 'slack', ok: true })
  expect(others).toEqual([])
  expect(slack.calls()).toEqual([])
})

test('a file that names Slack without the token is told which variable is missing', async () => {
  const logger = createLogger({ level: 'silent', name: 'test' })
  const checks = await checkSlack(
    { slack: null, discord: null, namesSlack: true, demo: true, identities: [] },
    { logger },
  )
  expect(checks).toEqual([
    { name: 'slack', ok: false, detail: expect.stringContaining('SLACK_BOT_TOKEN is not set') },
  ])
})

test('speaks of the demo only in the demo', async () => {
  const logger = createLogger({ level: 'silent', name: 'test' })
  const [only] = await checkSlack(
    { slack: null, discord: null, namesSlack: false, demo: false, identities: [] },
    { logger },
  )
  expect(only).toMatchObject({ ok: true, isNeutral: true, detail: expect.not.stringContaining('demo') })
})

test('where Discord is configured no demo is drawn', async () => {
  const discord = {
    token: createSecret('hunter2'),
    apiUrl: 'https://discord.com/api',
    channels: { approvals: '200000000000000001', alerts: '200000000000000002' },
  }
  const [only] = await checkSlack(
    { slack: null, discord, namesSlack: false, demo: true, identities: [] },
    { logger: createLogger({ level: 'silent', name: 'test' }) },
  )
  expect(only).toMatchObject({ ok: true, isNeutral: true, detail: expect.not.stringContaining('demo') })
})

test('each workspace’s token and scopes are looked at', async () => {
  await slack.close()
  slack = await createFakeSlack({ workspaces: [{ team: 'T0WARD', people: [] }] })
  const otherBotTokens = slack.workspaces.slice(1).map(({ botToken }) => createSecret(botToken))
  const checks = await check({ otherBotTokens })
  expect(checks.filter(({ name }) => name.startsWith('slack s')).map(({ ok }) => ok)).toEqual([
    true,
    true,
    true,
  ])
  expect(checks.filter(({ name }) => name === 'slack').map(({ detail }) => detail)).toEqual([
    expect.stringContaining('T0CLINIC'),
    expect.stringContaining('T0WARD'),
  ])
})

test('an installation that is older than the manifest says what to do', async () => {
  await slack.close()
  const scopes = ['commands', 'chat:write', 'channels:history']
  slack = await createFakeSlack({
    manifest: {
      display_information: { name: 'MediKey' },
      oauth_config: { scopes: { bot: scopes } },
      settings: { socket_mode_enabled: true },
    },
  })
  expect(pick(await check(), 'slack scopes')).toMatchObject({
    ok: false,
    detail: expect.stringMatching(
      /lacks im:write, files:write, groups:history, im:history in T0CLINIC.*manifest\.yaml/,
    ),
  })
})

test('people of a workspace without a token are named', async () => {
  const person = (name: string, workspace: string | null) => ({
    name,
    principal: 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM',
    slack: { workspace, userId: 'U0ONE' },
    discord: null,
  })
  const checks = await check({
    identities: [person('Ana', null), person('Bo', 'T0CLINIC'), person('Cy', 'T0FAR')],
  })
  expect(pick(checks, 'slack people')).toMatchObject({
    ok: false,
    detail: expect.stringMatching(/^No token of SLACK_BOT_TOKEN is for the workspace of Cy \(T0FAR\)\./),
  })
  expect(pick(await check({ identities: [person('Ana', null)] }), 'slack people')).toBeUndefined()
})
