import { describe, expect, test } from 'vitest'
import { useConfig } from '../../testing/useConfig.ts'

const { load, problemsOf } = useConfig()

describe('the environment', () => {
  test.each([
    [
      'MEDIKEY_DATADIR',
      'x',
      /^MEDIKEY_DATADIR is not a variable of MediKey: remove it or use one of .*MEDIKEY_DATA_DIR/,
    ],
    ['PORT', '-1', 'PORT must be a whole number from 0 to 65535.'],
    ['PORT', '65536', 'PORT must be a whole number from 0 to 65535.'],
    ['PORT', '87.87', 'PORT must be a whole number from 0 to 65535.'],
    ['PORT', '0x10', 'PORT must be a whole number from 0 to 65535.'],
    ['PORT', 'http', 'PORT must be a whole number from 0 to 65535.'],
    ['PORT', '3999', 'PORT and MEDIKEY_CHAIN_PORT are the same port: change one of them.'],
    ['MEDIKEY_CHAIN_PORT', '0', 'MEDIKEY_CHAIN_PORT must be a whole number from 1 to 65535.'],
    ['HOST', 'http://x', 'HOST must be a host name or an IP address to listen on, such as 127.0.0.1.'],
    [
      'MEDIKEY_WEBHOOK_SECRET',
      'whsec_our_clinic_secret_2026',
      'MEDIKEY_WEBHOOK_SECRET must be base64 after whsec_.',
    ],
    ['MEDIKEY_WEBHOOK_SECRET', 'short', 'MEDIKEY_WEBHOOK_SECRET must have at least 24 characters.'],
    [
      'MEDIKEY_HEARTBEAT_URL',
      'http://hc.example.com/x?y=z',
      'MEDIKEY_HEARTBEAT_URL must start with https:// (plain http is for this machine only).',
    ],
    ['LOG_LEVEL', 'verbose', 'LOG_LEVEL must be fatal, error, warn, info, debug, trace or silent.'],
    ['DATABASE_URL', 'mysql://h/db', /^DATABASE_URL must be a PostgreSQL address/],
    ['DATABASE_URL', 'localhost:5432', /^DATABASE_URL must be a PostgreSQL address/],
    ['DATABASE_URL', 'postgres://localhost', /^DATABASE_URL must be a PostgreSQL address/],
    [
      'STACKS_API_URL',
      'api.hiro.so',
      'STACKS_API_URL must be a whole address such as https://api.example.com.',
    ],
    [
      'STACKS_API_URL',
      'ftp://api.hiro.so',
      'STACKS_API_URL must be a whole address such as https://api.example.com.',
    ],
    [
      'STACKS_API_URL',
      'http://api.hiro.so',
      'STACKS_API_URL must start with https:// (plain http is for this machine only).',
    ],
    [
      'STACKS_API_URL',
      'http://127.0.0.1.evil.com',
      'STACKS_API_URL must start with https:// (plain http is for this machine only).',
    ],
    [
      'STACKS_API_URL',
      'http://api.localhost',
      'STACKS_API_URL must start with https:// (plain http is for this machine only).',
    ],
    [
      'STACKS_API_URL',
      'https://key@api.hiro.so',
      'STACKS_API_URL must not contain a user name or a password.',
    ],
    [
      'STACKS_API_URL',
      'https://api.hiro.so/?key=1',
      'STACKS_API_URL must not contain a query or a fragment.',
    ],
    [
      'SLACK_API_URL',
      'http://slack.com/api',
      'SLACK_API_URL must start with https:// (plain http is for this machine only).',
    ],
    [
      'DISCORD_API_URL',
      'http://discord.com/api',
      'DISCORD_API_URL must start with https:// (plain http is for this machine only).',
    ],
    ['DISCORD_TOKEN', 'two words', 'DISCORD_TOKEN must not contain white space.'],
    ['STACKS_API_KEY', 'two words', 'STACKS_API_KEY must not contain white space.'],
  ])('refuses %s=%s', (name, value, problem) => {
    expect(problemsOf({ env: { [name]: value } })).toEqual([
      typeof problem === 'string' ? problem : expect.stringMatching(problem),
    ])
  })

  test.each(['http://localhost:3999', 'http://127.0.0.1:3999', 'http://127.8.9.1', 'http://[::1]:3999'])(
    'takes plain http to this machine: %s',
    (url) => {
      expect(load({ env: { STACKS_API_URL: url } })).toMatchObject({ stacksApiUrl: url, demo: false })
    },
  )

  test('takes an empty variable for an absent one, and leaves foreign variables alone', () => {
    const env = {
      PORT: '',
      SLACK_APP_TOKEN: ' ',
      DATABASE_URL: '',
      STACKS_API_URL: '',
      PATH: '/bin',
      SLACK_WHATEVER: 'x',
    }
    expect(load({ env })).toEqual(load({}))
  })

  test('takes port 0 for any free port and either name of the PostgreSQL scheme', () => {
    expect(load({ env: { PORT: '0' } }).port).toBe(0)
    expect(load({ env: { DATABASE_URL: 'postgresql://u:p@h/db' } }).databaseUrl?.reveal()).toBe(
      'postgresql://u:p@h/db',
    )
  })
})
