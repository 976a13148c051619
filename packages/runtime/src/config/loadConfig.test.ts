import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { useConfig } from '../../testing/useConfig.ts'

const CMO = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM'
const ALICE = 'ST1SJ3DTE5DN7X54YDH5D64R3BCB6A2AG2ZQ8YPD5'
const CHANNELS =
  'channels: { slack: { approvals: C0APPROVE, alerts: C0ALERTS }, discord: { approvals: "200000000000000001", alerts: "200000000000000002" } }'

const given = useConfig()
const { load, problemsOf } = given

describe('without a file and without variables', () => {
  test('describes the demo: a local chain, an embedded store, everything on loopback', () => {
    expect(load({})).toEqual({
      network: 'devnet',
      contract: `${CMO}.medvault`,
      identities: [],
      auditors: [],
      approvals: {
        grant: { approvalExpiresIn: 86_400_000, executionExpiresIn: 86_400_000 },
        revoke: { approvalExpiresIn: 86_400_000, executionExpiresIn: 86_400_000 },
      },
      webhookSecret: null,
      heartbeatUrl: null,
      stacksApiUrl: null,
      stacksApiKey: null,
      databaseUrl: null,
      dataDir: join(given.cwd, '.medikey'),
      keystorePath: join(given.cwd, '.medikey', 'keystore.age'),
      keystorePassphrase: null,
      host: '127.0.0.1',
      port: 8787,
      chainPort: 3999,
      logLevel: 'info',
      namesSlack: false,
      namesDiscord: false,
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
      env: {
        STACKS_API_URL: 'https://api.example.com/stacks/',
        SLACK_BOT_TOKEN: 'xoxb-1',
        SLACK_APP_TOKEN: 'xapp-1',
        DISCORD_TOKEN: 'abc',
      },
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
      slack: { channels: { approvals: 'C0APPROVE', alerts: 'C0ALERTS' } },
      discord: { channels: { approvals: '200000000000000001', alerts: '200000000000000002' } },
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

  test.each([
    ['channels', 'channels: { slack: { approvals: C0APPROVE, alerts: C0ALERTS } }', true],
    ['a person’s account', `identities: [{ name: A, principal: ${ALICE}, slack: U0ALICE }]`, true],
    ['nothing', `identities: [{ name: A, principal: ${ALICE} }]`, false],
  ])('that names %s of Slack is remembered without a token', (_, yaml, namesSlack) => {
    expect(load({ yaml })).toMatchObject({ slack: null, namesSlack })
  })

  test.each([
    [
      'channels',
      'channels: { discord: { approvals: "200000000000000001", alerts: "200000000000000002" } }',
      true,
    ],
    [
      'a person’s account',
      `identities: [{ name: A, principal: ${ALICE}, discord: "100000000000000001" }]`,
      true,
    ],
    ['nothing', `identities: [{ name: A, principal: ${ALICE}, slack: U0ALICE }]`, false],
  ])('that names %s of Discord is remembered without a token', (_, yaml, namesDiscord) => {
    expect(load({ yaml })).toMatchObject({ discord: null, namesDiscord })
  })

  test('is found where MEDIKEY_CONFIG says, and relative paths start at the working directory', () => {
    writeFileSync(join(given.cwd, 'other.yaml'), `auditors: [${ALICE}]`)
    const env = { MEDIKEY_CONFIG: 'other.yaml', MEDIKEY_DATA_DIR: 'data', MEDIKEY_KEYSTORE: 'keys/k.age' }
    expect(load({ env })).toMatchObject({
      auditors: [ALICE],
      dataDir: join(given.cwd, 'data'),
      keystorePath: join(given.cwd, 'keys', 'k.age'),
    })
  })

  test('must exist when it was named', () => {
    expect(problemsOf({ env: { MEDIKEY_CONFIG: 'gone.yaml' } })).toEqual([
      `MEDIKEY_CONFIG names ${join(given.cwd, 'gone.yaml')}, which does not exist: create it or correct the path.`,
    ])
  })

  test('must be a file', () => {
    mkdirSync(join(given.cwd, 'medikey.yaml'))
    expect(problemsOf({})).toEqual([
      `${join(given.cwd, 'medikey.yaml')} cannot be read (EISDIR): make it a file that this user may read.`,
    ])
  })

  test('names the line of a syntax error and never quotes what stands there', () => {
    const [problem, ...rest] = problemsOf({ yaml: 'network: devnet\nidentities: [xoxb-secret: }\n' })
    expect(problem).toMatch(
      /medikey\.yaml is not valid YAML \([A-Z_]+\) at line 2, column \d+: mend that line\./,
    )
    expect([problem, ...rest].join('\n')).not.toContain('xoxb-secret')
  })

  test('says of a #name that broke a line that it is a comment', () => {
    const yaml = 'channels:\n  slack: { approvals: #approvals, alerts: #alerts }\n'
    expect(problemsOf({ yaml })[0]).toMatch(
      /is not valid YAML .* What follows a # is a comment: give channels/,
    )
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
      "channels.slack.alerts is missing: write the channel's id, such as C012AB3CD.",
    ],
    [
      'channels:\n  slack:\n    approvals: #approvals\n    alerts: C0ALERTS',
      "channels.slack.approvals is empty: write the channel's id, such as C012AB3CD, not its #name, which YAML takes for a comment.",
    ],
    [
      'channels: { discord: { approvals: "100000000000000001" } }',
      'channels.discord.alerts is missing: write the channel\'s id, such as "100000000000000001".',
    ],
    [
      'channels: { discord: { approvals: 100000000000000001, alerts: 1.5 } }',
      'channels.discord.alerts must be a Discord id of 17 to 20 digits (Developer Mode, then Copy ID).',
    ],
    [
      'channels: { slack: { approvals: 7, alerts: C0ALERTS } }',
      'channels.slack.approvals must be a Slack channel id such as C012AB3CD, not its name.',
    ],
    ['channels: here', 'channels must have slack or discord.'],
    ['- network', 'The configuration file must be settings by name, for example "network: devnet".'],
    ['just words', 'The configuration file must be settings by name, for example "network: devnet".'],
  ])('refuses %j', (yaml, problem) => {
    expect(problemsOf({ yaml })).toEqual([problem])
  })

  test.each(['9h', '8', '8.5', '""', '[]', 'true'])('refuses the duration %s', (value) => {
    expect(problemsOf({ yaml: `approvals: { grant: { approvalExpiresIn: ${value} } }` })).toEqual([
      'approvals.grant.approvalExpiresIn must be a duration such as 30m, 8h, 7d or 2w, at most a year.',
    ])
  })
})

describe('the error', () => {
  test('tells every problem of file and environment at once, one line each', () => {
    const wrong = {
      yaml: 'network: mainet\nfoo: 1\nidentities: [{ name: A }]\n',
      env: { PORT: 'x', SLACK_BOT_TOKEN: 'xoxb-1', MEDIKEY_PROT: '1' },
    }
    const problems = problemsOf(wrong)
    expect(problems.map((problem) => problem.split(' ')[0]).sort()).toEqual(
      ['MEDIKEY_PROT', 'PORT', 'SLACK_BOT_TOKEN', 'foo', 'identities[0].principal', 'network'].sort(),
    )
    expect(() => load(wrong)).toThrow(/^The configuration has 6 problems\.\n/)
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

describe('a section that another room knows', () => {
  const sections = {
    ward: z
      .strictObject({ beds: z.int().min(1).default(20), names: z.array(z.string()).default([]) })
      .prefault({}),
  }

  test('is read by the schema given, and absent where it is commented out', () => {
    expect(load({ sections, yaml: 'ward: { beds: 12 }' })).toMatchObject({ ward: { beds: 12 } })
    for (const yaml of ['', 'ward:\n', 'ward:\n  beds:\n'])
      expect(load({ sections, yaml })).toMatchObject({ ward: { beds: 20, names: [] } })
  })

  test('has its problems told with all others, in sentences', () => {
    expect(problemsOf({ sections, yaml: 'network: moon\nward: { beds: 0, names: [7], nurses: 1 }' })).toEqual(
      [
        'network must be mainnet, testnet or devnet.',
        'ward.beds must be at least 1.',
        'ward.names[0] must be a text.',
        'ward.nurses is not a setting: remove it or correct its spelling.',
      ],
    )
    expect(problemsOf({ sections, yaml: 'ward: 7' })).toEqual(['ward must be settings by name.'])
    expect(problemsOf({ yaml: 'ward: {}' })).toEqual([
      'ward is not a setting: remove it or correct its spelling.',
    ])
  })
})
