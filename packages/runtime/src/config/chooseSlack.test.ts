import { describe, expect, test } from 'vitest'
import { useConfig } from '../../testing/useConfig.ts'

const CHANNELS =
  'channels: { slack: { approvals: C0APPROVE, alerts: C0ALERTS }, discord: { approvals: "200000000000000001", alerts: "200000000000000002" } }'

const NO_BOT_TOKEN =
  'SLACK_BOT_TOKEN must be a bot token, which starts with xoxb-, or several for several workspaces, separated by commas.'

const { load, problemsOf } = useConfig()

describe('Slack', () => {
  const bot = { SLACK_BOT_TOKEN: 'xoxb-1' }
  const app = { SLACK_APP_TOKEN: 'xapp-1' }
  const signing = { SLACK_SIGNING_SECRET: 'abc123' }

  test('opens Socket Mode with bot and app token', () => {
    const { slack } = load({ yaml: CHANNELS, env: { ...bot, ...app } })
    expect(slack).toMatchObject({ mode: 'socket', apiUrl: 'https://slack.com/api/' })
    expect(slack?.botToken.reveal()).toBe('xoxb-1')
    expect(slack?.mode === 'socket' && slack.appToken.reveal()).toBe('xapp-1')
  })

  test('opens the HTTP door with bot token and signing secret', () => {
    const { slack } = load({
      yaml: CHANNELS,
      env: { ...bot, ...signing, SLACK_API_URL: 'http://localhost:4000/api/' },
    })
    expect(slack).toMatchObject({ mode: 'http', apiUrl: 'http://localhost:4000/api/' })
    expect(slack?.mode === 'http' && slack.signingSecret.reveal()).toBe('abc123')
  })

  test('takes the tokens of several workspaces, the one of the channels first', () => {
    const { slack } = load({ yaml: CHANNELS, env: { SLACK_BOT_TOKEN: 'xoxb-1, xoxb-2,xoxb-3', ...app } })
    expect(slack?.botToken.reveal()).toBe('xoxb-1')
    expect(slack?.otherBotTokens?.map((token) => token.reveal())).toEqual(['xoxb-2', 'xoxb-3'])
  })

  test.each([
    [
      'both modes at once',
      { ...bot, ...app, ...signing },
      'SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are both set: keep the first for Socket Mode or the second for HTTP.',
    ],
    [
      'a bot token alone',
      bot,
      'SLACK_BOT_TOKEN is set alone: add SLACK_APP_TOKEN for Socket Mode or SLACK_SIGNING_SECRET for HTTP.',
    ],
    [
      'an app token alone',
      app,
      'SLACK_APP_TOKEN is set without SLACK_BOT_TOKEN: add the bot token, which starts with xoxb-.',
    ],
    [
      'a signing secret alone',
      signing,
      'SLACK_SIGNING_SECRET is set without SLACK_BOT_TOKEN: add the bot token, which starts with xoxb-.',
    ],
    ['a user token as bot token', { SLACK_BOT_TOKEN: 'xoxp-1', ...app }, NO_BOT_TOKEN],
    [
      'swapped tokens, half',
      { ...bot, SLACK_APP_TOKEN: 'xoxb-2' },
      'SLACK_APP_TOKEN must be an app-level token, which starts with xapp-.',
    ],
    ['a bare prefix', { SLACK_BOT_TOKEN: 'xoxb-', ...app }, NO_BOT_TOKEN],
    ['a comma without a token behind it', { SLACK_BOT_TOKEN: 'xoxb-1,', ...app }, NO_BOT_TOKEN],
    ['another kind of token among them', { SLACK_BOT_TOKEN: 'xoxb-1,xapp-1', ...app }, NO_BOT_TOKEN],
    [
      'one token twice',
      { SLACK_BOT_TOKEN: 'xoxb-1, xoxb-1', ...app },
      'SLACK_BOT_TOKEN names one token twice: write each workspace’s token once.',
    ],
  ])('refuses %s', (_what, env: Record<string, string>, problem) => {
    expect(problemsOf({ yaml: CHANNELS, env })).toEqual([problem])
  })

  test('needs its channels', () => {
    expect(problemsOf({ env: { ...bot, ...app } })).toEqual([
      'channels.slack is missing in the configuration file: name the channels approvals and alerts, because Slack is configured.',
    ])
  })
})

test('Discord is reached by its token, and needs its channels', () => {
  const env = { DISCORD_TOKEN: 'abc', DISCORD_API_URL: 'http://127.0.0.1:5000/api' }
  const { discord } = load({ yaml: CHANNELS, env })
  expect(discord?.apiUrl).toBe('http://127.0.0.1:5000/api')
  expect(discord?.token.reveal()).toBe('abc')
  expect(problemsOf({ yaml: '', env })).toEqual([
    'channels.discord is missing in the configuration file: name the channels approvals and alerts, because Discord is configured.',
  ])
})
