import { describe, expect, onTestFinished, test } from 'vitest'
import { createFakeSlack } from '../../testing/createFakeSlack.ts'
import { createRecordedLogger } from '../../testing/createRecordedLogger.ts'
import type { WorldOptions } from '../../testing/createWorld.ts'
import { connectSlack } from './connectSlack.ts'

const channels = { approvals: 'C0APPROVE', alerts: 'C0ALERTS' }

async function connect(options: { botToken?: string; apiUrl?: string; world?: WorldOptions } = {}) {
  const slack = await createFakeSlack(options.world)
  onTestFinished(slack.close)
  const { log, logger } = createRecordedLogger()
  const { botToken = slack.botToken, apiUrl = slack.apiUrl } = options
  const otherBotTokens = slack.workspaces.slice(1).map((workspace) => workspace.botToken)
  const config = { mode: 'socket' as const, botToken, otherBotTokens, appToken: slack.appToken, apiUrl }
  return { slack, log, connecting: connectSlack({ config, channels, logger }) }
}

test('tells which workspace and bot the token is for', async () => {
  const { connecting } = await connect()
  expect(await connecting).toMatchObject({
    workspace: 'T0CLINIC',
    bot: { userId: 'U0MEDIKEYBOT', botId: 'B0MEDIKEY' },
  })
})

test('a refused token is no use trying again, and is neither logged nor told', async () => {
  const { connecting, log } = await connect({ botToken: 'xoxb-1234-secret' })
  const error = await connecting.catch((reason: unknown) => reason)
  expect(error).toMatchObject({
    name: 'SlackConnectionError',
    code: 'SLACK_CONNECTION',
    retryable: false,
    shortMessage: expect.stringContaining('SLACK_BOT_TOKEN'),
  })
  expect(`${String(error)}${JSON.stringify(log)}`).not.toContain('secret')
})

test('Slack out of reach may be back later', async () => {
  const gone = await createFakeSlack()
  await gone.close()
  const { connecting } = await connect({ apiUrl: gone.apiUrl })
  await expect(connecting).rejects.toMatchObject({
    name: 'SlackConnectionError',
    retryable: true,
    shortMessage: 'Slack cannot be reached. Check the network and SLACK_API_URL.',
  })
})

test('an answer that is not Slack’s is named as such', async () => {
  const slack = await createFakeSlack()
  onTestFinished(slack.close)
  const { connecting } = await connect({ apiUrl: slack.apiUrl.replace('/api/', '/elsewhere/') })
  await expect(connecting).rejects.toMatchObject({
    retryable: false,
    shortMessage: expect.stringContaining('404'),
  })
})

describe('several tokens', () => {
  const ward = { team: 'T0WARD', people: ['nadia'] }

  test('are for a workspace each, the first for the one of the channels', async () => {
    const { connecting } = await connect({ world: { workspaces: [ward] } })
    const connection = await connecting
    expect(connection.workspace).toBe('T0CLINIC')
    expect(connection.workspaces).toMatchObject([
      { workspace: 'T0CLINIC', bot: { userId: 'U0MEDIKEYBOT' } },
      { workspace: 'T0WARD', bot: { userId: 'U0MEDIKEYBOTWARD' } },
    ])
  })

  test('for one workspace are refused', async () => {
    const { connecting } = await connect({ world: { workspaces: [ward, ward] } })
    await expect(connecting).rejects.toMatchObject({
      name: 'SlackConnectionError',
      retryable: false,
      shortMessage:
        'Tokens 2 and 3 of SLACK_BOT_TOKEN are both for the workspace T0WARD. Remove one of them.',
    })
  })

  test('of which one is refused say which', async () => {
    const { connecting } = await connect({ botToken: 'xoxb-1-secret', world: { workspaces: [ward] } })
    await expect(connecting).rejects.toMatchObject({
      shortMessage: expect.stringMatching(/^Token 1 of SLACK_BOT_TOKEN: .*invalid_auth/),
    })
  })

  test('of which one is an organisation’s are refused', async () => {
    const { connecting } = await connect({ world: { workspaces: [{ ...ward, isEnterprise: true }] } })
    await expect(connecting).rejects.toMatchObject({
      retryable: false,
      shortMessage: expect.stringMatching(/^Token 2 of SLACK_BOT_TOKEN: .*Enterprise organisation/),
    })
  })
})
