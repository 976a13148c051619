import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Config } from './Config.ts'
import { ConfigError } from './ConfigError.ts'
import { type LoadConfigOptions, loadConfig } from './loadConfig.ts'

const CMO = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM'
const ALICE = 'ST1SJ3DTE5DN7X54YDH5D64R3BCB6A2AG2ZQ8YPD5'
const CHANNELS =
  'channels: { slack: { approvals: C0APPROVE, alerts: C0ALERTS }, discord: { approvals: "200000000000000001", alerts: "200000000000000002" } }'

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'medikey-config-'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

type Given = {
  yaml?: string
  env?: Record<string, string>
  checkPrincipal?: LoadConfigOptions['checkPrincipal']
}

const load = ({ yaml, env = {}, checkPrincipal }: Given): Config => {
  if (yaml !== undefined) writeFileSync(join(cwd, 'medikey.yaml'), yaml)
  return loadConfig({ env, cwd, ...(checkPrincipal && { checkPrincipal }) })
}

const problemsOf = (given: Given): readonly string[] => {
  try {
    load(given)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

describe('without a file and without variables', () => {
  test('describes the demo: a local chain, an embedded store, everything on loopback', () => {
    expect(load({})).toEqual({
      network: 'devnet',
      contract: `${CMO}.medvault`,
      identities: [],
      auditors: [],
      channels: { slack: null, discord: null },
      approvals: {
        grant: { approvalExpiresIn: 86_400_000, executionExpiresIn: 86_400_000 },
        revoke: { approvalExpiresIn: 86_400_000, executionExpiresIn: 86_400_000 },
      },
      stacksApiUrl: null,
      stacksApiKey: null,
      databaseUrl: null,
      dataDir: join(cwd, '.medikey'),
      keystorePath: join(cwd, '.medikey', 'keystore.age'),
      keystorePassphrase: null,
      host: '127.0.0.1',
      port: 8787,
      chainPort: 3999,
      logLevel: 'info',
      slack: null,
      discord: null,
      demo: true,
    })
  })

  test('takes a file with nothing but comments for no file', () => {
    expect(load({ yaml: '# later\nidentities:\nchannels:\n  slack:\n' })).toEqual(load({}))
  })
})

describe('the file', () => {
  test('is read whole', () => {
    const config = load({
      yaml: `
contract: ${CMO}.medvault-2
network: testnet
identities:
  - { name: " Attending physician ", principal: ${ALICE}, slack: U0PHYSICIAN, discord: "100000000000000001" }
  - { name: CMO, principal: ${CMO}, slack: T0CLINIC/W0CHIEF }
auditors: [${ALICE}]
${CHANNELS}
approvals:
  grant: { approvalExpiresIn: 30m, executionExpiresIn: 8h }
  revoke: { approvalExpiresIn: 7d, executionExpiresIn: 2w }
`,
      env: { STACKS_API_URL: 'https://api.example.com/stacks/' },
    })
    expect(config).toMatchObject({
      contract: `${CMO}.medvault-2`,
      network: 'testnet',
      stacksApiUrl: 'https://api.example.com/stacks',
      demo: false,
      identities: [
        {
          name: 'Attending physician',
          principal: ALICE,
          slack: { workspace: null, userId: 'U0PHYSICIAN' },
          discord: { userId: '100000000000000001' },
        },
        { principal: CMO, slack: { workspace: 'T0CLINIC', userId: 'W0CHIEF' }, discord: null },
      ],
      auditors: [ALICE],
      channels: {
        slack: { approvals: 'C0APPROVE', alerts: 'C0ALERTS' },
        discord: { approvals: '200000000000000001', alerts: '200000000000000002' },
      },
      approvals: {
        grant: { approvalExpiresIn: 1_800_000, executionExpiresIn: 28_800_000 },
        revoke: { approvalExpiresIn: 604_800_000, executionExpiresIn: 1_209_600_000 },
      },
    })
  })

  test('keeps every digit of a Discord id that somebody forgot to quote', () => {
    const yaml = `identities: [{ name: A, principal: ${ALICE}, discord: 100000000000000001 }]`
    expect(load({ yaml }).identities[0]?.discord?.userId).toBe('100000000000000001')
  })

  test('is found where MEDIKEY_CONFIG says, and relative paths start at the working directory', () => {
    writeFileSync(join(cwd, 'other.yaml'), `auditors: [${ALICE}]`)
    const env = { MEDIKEY_CONFIG: 'other.yaml', MEDIKEY_DATA_DIR: 'data', MEDIKEY_KEYSTORE: 'keys/k.age' }
    expect(load({ env })).toMatchObject({
      auditors: [ALICE],
      dataDir: join(cwd, 'data'),
      keystorePath: join(cwd, 'keys', 'k.age'),
    })
  })

  test('must exist when it was named', () => {
    expect(problemsOf({ env: { MEDIKEY_CONFIG: 'gone.yaml' } })).toEqual([
      `MEDIKEY_CONFIG names ${join(cwd, 'gone.yaml')}, which does not exist: create it or correct the path.`,
    ])
  })

  test('must be a file', () => {
    mkdirSync(join(cwd, 'medikey.yaml'))
    expect(problemsOf({})).toEqual([
      `${join(cwd, 'medikey.yaml')} cannot be read (EISDIR): make it a file that this user may read.`,
    ])
  })

  test('names the line of a syntax error and never quotes what stands there', () => {
    const [problem, ...rest] = problemsOf({ yaml: 'network: devnet\nidentities: [xoxb-secret: }\n' })
    expect(problem).toMatch(
      /medikey\.yaml is not valid YAML \([A-Z_]+\) at line 2, column \d+: mend that line\./,
    )
    expect([problem, ...rest].join('\n')).not.toContain('xoxb-secret')
  })

  test('refuses a key that stands twice', () => {
    expect(problemsOf({ yaml: 'network: devnet\nnetwork: mainnet\n' })[0]).toContain(
      '(DUPLICATE_KEY) at line 2',
    )
  })

  test.each([
    ['identity: []', 'identity is not a setting: remove it or correct its spelling.'],
    ['channels: { teams: {} }', 'channels.teams is not a setting: remove it or correct its spelling.'],
    [
      `identities: [{ name: A, principal: ${ALICE}, slcak: U1A }]`,
      'identities[0].slcak is not a setting: remove it or correct its spelling.',
    ],
    [
      'approvals: { grant: { expires: 1h } }',
      'approvals.grant.expires is not a setting: remove it or correct its spelling.',
    ],
    ['network: main', 'network must be mainnet, testnet or devnet.'],
    ['contract: medvault', 'contract must be the address of the deployed contract, ADDRESS.medvault.'],
    [`contract: ${CMO}.1vault`, 'contract must be the address of the deployed contract, ADDRESS.medvault.'],
    ['identities: Alice', 'identities must be a list of people, each with name and principal.'],
    ['identities: [Alice]', 'identities[0] must be a person with name and principal.'],
    [`identities: [{ principal: ${ALICE} }]`, 'identities[0].name must be the name that cards show.'],
    [
      `identities: [{ name: "  ", principal: ${ALICE} }]`,
      'identities[0].name must be the name that cards show.',
    ],
    [
      `identities: [{ name: 7, principal: ${ALICE} }]`,
      'identities[0].name must be the name that cards show.',
    ],
    ['identities: [{ name: A }]', `identities[0].principal must be a Stacks address such as ${CMO}.`],
    [
      `identities: [{ name: A, principal: ${ALICE}.medvault }]`,
      `identities[0].principal must be a Stacks address such as ${CMO}.`,
    ],
    [
      `identities: [{ name: A, principal: ${ALICE}, slack: "@alice" }]`,
      'identities[0].slack must be a Slack member id such as U012AB3CD, or workspace and member such as T012AB3CD/U012AB3CD.',
    ],
    [
      `identities: [{ name: A, principal: ${ALICE}, slack: "<@U0ALICE>" }]`,
      'identities[0].slack must be a Slack member id such as U012AB3CD, or workspace and member such as T012AB3CD/U012AB3CD.',
    ],
    [
      `identities: [{ name: A, principal: ${ALICE}, discord: alice }]`,
      'identities[0].discord must be a Discord id of 17 to 20 digits (Developer Mode, then Copy ID).',
    ],
    [
      `identities: [{ name: A, principal: ${ALICE}, discord: 42 }]`,
      'identities[0].discord must be a Discord id of 17 to 20 digits (Developer Mode, then Copy ID).',
    ],
    ['auditors: [ines]', `auditors[0] must be a Stacks address such as ${CMO}.`],
    [
      'channels: { slack: { approvals: "#approvals", alerts: C0ALERTS } }',
      'channels.slack.approvals must be a Slack channel id such as C012AB3CD, not its name.',
    ],
    [
      'channels: { slack: { approvals: C0APPROVE } }',
      'channels.slack.alerts must be a Slack channel id such as C012AB3CD, not its name.',
    ],
    ['channels: here', 'channels must have slack or discord.'],
    ['- network', 'The configuration file must be settings by name, for example "network: devnet".'],
    ['just words', 'The configuration file must be settings by name, for example "network: devnet".'],
  ])('refuses %j', (yaml, problem) => {
    expect(problemsOf({ yaml })).toEqual([problem])
  })

  test.each(['8', '8H', '8 h', '0h', '-1h', '1.5h', '90s', '53w', '99999999h', '""', '[]', '"8"'])(
    'refuses the duration %s',
    (value) => {
      expect(problemsOf({ yaml: `approvals: { grant: { approvalExpiresIn: ${value} } }` })).toEqual([
        'approvals.grant.approvalExpiresIn must be a duration such as 30m, 8h, 7d or 2w, at most 52w.',
      ])
    },
  )
})

describe('people who cannot be told apart', () => {
  const people = (...entries: string[]) => ({
    yaml: `identities:\n${entries.map((entry, index) => `  - { name: P${index}, ${entry} }`).join('\n')}`,
  })

  test.each([
    ['the same Slack account twice', `principal: ${CMO}, slack: U1A`, `principal: ${ALICE}, slack: U1A`],
    [
      'the same Slack account with and without its workspace',
      `principal: ${CMO}, slack: U1A`,
      `principal: ${ALICE}, slack: T1A/U1A`,
    ],
    ['the same person entered twice', `principal: ${CMO}, slack: U1A`, `principal: ${CMO}, slack: U1A`],
  ])('are reported: %s', (_what, first, second) => {
    expect(problemsOf(people(first, second))).toEqual([
      'identities[1].slack is the same account as identities[0].slack: one account stands for one person, remove one of them.',
    ])
  })

  test('are reported: the same Discord account twice', () => {
    const id = '"100000000000000001"'
    expect(
      problemsOf(people(`principal: ${CMO}, discord: ${id}`, `principal: ${ALICE}, discord: ${id}`)),
    ).toEqual([
      'identities[1].discord is the same account as identities[0].discord: one account stands for one person, remove one of them.',
    ])
  })

  test('are reported: one principal with two Slack accounts in one workspace', () => {
    expect(
      problemsOf(people(`principal: ${CMO}, slack: T1A/U1A`, `principal: ${CMO}, slack: T1A/U1B`)),
    ).toEqual([
      'identities[1].slack is a second account of the principal of identities[0].slack: a principal has one account a workspace, remove one of them.',
    ])
  })

  test('are not: one principal in two workspaces, or on two platforms in two entries', () => {
    const given = people(
      `principal: ${CMO}, slack: T1A/U1A`,
      `principal: ${CMO}, slack: T1B/U1B`,
      `principal: ${CMO}, discord: "100000000000000001"`,
      `principal: ${ALICE}, slack: T1B/U1A`,
    )
    expect(problemsOf(given)).toEqual([])
  })

  test('are reported even when another entry is malformed', () => {
    const problems = problemsOf(
      people(`principal: ${CMO}, slack: U1A`, 'principal: nobody', `principal: ${ALICE}, slack: U1A`),
    )
    expect(problems).toHaveLength(2)
    expect(problems[1]).toContain('identities[2].slack is the same account as identities[0].slack')
  })
})

describe('addresses', () => {
  const checkPrincipal: LoadConfigOptions['checkPrincipal'] = ({ value, network }) =>
    value.startsWith(network === 'mainnet' ? 'SP' : 'ST')
      ? null
      : `belongs to another network than ${network}.`

  test('are checked for the network wherever they stand', () => {
    const yaml = `
network: mainnet
contract: ${CMO}.medvault
identities: [{ name: A, principal: ${ALICE} }, { name: B, principal: SP2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC }]
auditors: [${ALICE}]`
    expect(problemsOf({ yaml, env: { STACKS_API_URL: 'https://api.example.com' }, checkPrincipal })).toEqual([
      'contract: belongs to another network than mainnet.',
      'identities[0].principal: belongs to another network than mainnet.',
      'auditors[0]: belongs to another network than mainnet.',
    ])
  })

  test('pass on their own network', () => {
    expect(problemsOf({ yaml: `identities: [{ name: A, principal: ${ALICE} }]`, checkPrincipal })).toEqual([])
  })
})

describe('a public network', () => {
  test.each(['mainnet', 'testnet'])(
    '%s needs a node and a contract, and never falls back to a local chain',
    (network) => {
      expect(problemsOf({ yaml: `network: ${network}` })).toEqual([
        `STACKS_API_URL is missing: network ${network} needs the address of a Stacks API.`,
        `contract is missing: network ${network} needs ADDRESS.medvault of the deployed contract.`,
      ])
    },
  )
})

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

  test.each([
    'http://localhost:3999',
    'http://127.0.0.1:3999',
    'http://127.8.9.1',
    'http://[::1]:3999',
    'http://api.localhost',
  ])('takes plain http to this machine: %s', (url) => {
    expect(load({ env: { STACKS_API_URL: url } })).toMatchObject({ stacksApiUrl: url, demo: false })
  })

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
    [
      'a user token as bot token',
      { SLACK_BOT_TOKEN: 'xoxp-1', ...app },
      'SLACK_BOT_TOKEN must be a bot token, which starts with xoxb-.',
    ],
    [
      'swapped tokens, half',
      { ...bot, SLACK_APP_TOKEN: 'xoxb-2' },
      'SLACK_APP_TOKEN must be an app-level token, which starts with xapp-.',
    ],
    [
      'a bare prefix',
      { SLACK_BOT_TOKEN: 'xoxb-', ...app },
      'SLACK_BOT_TOKEN must be a bot token, which starts with xoxb-.',
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
  rmSync(join(cwd, 'medikey.yaml'))
  expect(problemsOf({ env })).toEqual([
    'channels.discord is missing in the configuration file: name the channels approvals and alerts, because Discord is configured.',
  ])
})

describe('the error', () => {
  test('tells every problem of file and environment at once, one line each', () => {
    const given = {
      yaml: 'network: mainet\nfoo: 1\nidentities: [{ name: A }]\n',
      env: { PORT: 'x', SLACK_BOT_TOKEN: 'xoxb-1', MEDIKEY_PROT: '1' },
    }
    const problems = problemsOf(given)
    expect(problems.map((problem) => problem.split(' ')[0]).sort()).toEqual(
      ['MEDIKEY_PROT', 'PORT', 'SLACK_BOT_TOKEN', 'foo', 'identities[0].principal', 'network'].sort(),
    )
    expect(() => load(given)).toThrow(/^The configuration has 6 problems\.\n/)
  })

  test('never repeats a secret, however wrong it is', () => {
    const env = Object.fromEntries(
      [
        'SLACK_BOT_TOKEN',
        'SLACK_APP_TOKEN',
        'SLACK_SIGNING_SECRET',
        'DISCORD_TOKEN',
        'DATABASE_URL',
        'STACKS_API_URL',
        'STACKS_API_KEY',
        'PORT',
        'HOST',
        'LOG_LEVEL',
      ].map((name) => [name, 'hush hush']),
    )
    const problems = problemsOf({ env, yaml: 'network: hush hush\ncontract: hush hush' })
    expect(problems.length).toBeGreaterThanOrEqual(12)
    expect(problems.join('\n')).not.toContain('hush')
  })

  test('prints no secret of a good configuration', () => {
    const config = load({
      yaml: CHANNELS,
      env: {
        SLACK_BOT_TOKEN: 'xoxb-hush',
        SLACK_APP_TOKEN: 'xapp-hush',
        DISCORD_TOKEN: 'hush',
        DATABASE_URL: 'postgres://u:hush@h/d',
        MEDIKEY_KEYSTORE_PASSPHRASE: 'hush',
        STACKS_API_KEY: 'hush',
      },
    })
    expect(JSON.stringify(config)).not.toContain('hush')
  })
})
