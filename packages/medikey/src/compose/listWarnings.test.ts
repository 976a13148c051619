import { NodeUnreachableError } from '@medikey/contract-client'
import type { Link } from '@medikey/core'
import type { Config } from '@medikey/runtime'
import { createLogger, createSecret } from '@medikey/runtime'
import { describe, expect, test } from 'vitest'
import { getPersona } from '../demo/getPersona.ts'
import { listWarnings } from './listWarnings.ts'

const cmo = getPersona('cmo')
const slack: Config['slack'] = {
  mode: 'socket',
  botToken: createSecret('xoxb-1'),
  appToken: createSecret('xapp-1'),
  apiUrl: 'https://slack.com/api',
  channels: { approvals: 'C0APPROVE', alerts: 'C0ALERTS' },
}
const clara: Config['identities'][number] = {
  name: cmo.name,
  principal: cmo.principal,
  slack: { workspace: null, userId: 'U0CLARA' },
  discord: null,
}
const fine = {
  slack,
  discord: null,
  identities: [clara],
  network: 'devnet',
  namesSlack: true,
  namesDiscord: false,
} as const

async function list(
  options: {
    config?: Partial<Parameters<typeof listWarnings>[1]['config']>
    links?: Link[]
    closed?: string[]
    getChiefMedicalOfficer?: () => Promise<string>
  } = {},
): Promise<{ warnings: string[]; log: string }> {
  const { config, links = [], closed = [], getChiefMedicalOfficer = async () => cmo.principal } = options
  let log = ''
  const destination = {
    write(line: string) {
      log += line
    },
  }
  const logger = createLogger({ level: 'warn', name: 'test', destination })
  const warnings = await listWarnings(
    { ledger: { getChiefMedicalOfficer }, store: { listLinks: async () => links }, logger },
    { config: { ...fine, ...config }, chat: { prepare: async () => closed } },
  )
  return { warnings, log }
}

test('where all fits there is nothing to say', async () => {
  expect(await list()).toEqual({ warnings: [], log: '' })
})

test.each([
  ['nobody', []],
  ['somebody else', [{ ...clara, principal: getPersona('alice').principal }]],
  ['the Chief Medical Officer without an account', [{ ...clara, slack: null }]],
])('a file that names %s warns that no request could be decided', async (_, identities) => {
  const { warnings } = await list({ config: { identities } })
  expect(warnings).toEqual([
    `Nobody is known to be the Chief Medical Officer (${cmo.principal}): no request could be decided. They have to type /medikey link, and sign what they are given with their key, or be added to identities in medikey.yaml, with this principal and their slack id.`,
  ])
})

describe('a Chief Medical Officer who proved to be it', () => {
  const link = (platform: Link['account']['platform']): Link => ({
    account: { platform, workspace: 'T0CLINIC', userId: 'U0CLARA' },
    principal: cmo.principal,
    linkedAt: new Date(0),
  })

  test('is not missed, in no file and on no network', async () => {
    for (const network of ['devnet', 'mainnet'] as const) {
      const { warnings } = await list({ config: { identities: [], network }, links: [link('slack')] })
      expect(warnings).toEqual([])
    }
  })

  test('is missed where they did so on a platform that is not served', async () => {
    const { warnings } = await list({ config: { identities: [] }, links: [link('discord')] })
    expect(warnings).toEqual([expect.stringContaining('Nobody is known')])
  })
})

test('on mainnet a declared Chief Medical Officer has to prove it before they can decide', async () => {
  const { warnings } = await list({ config: { network: 'mainnet' } })
  expect(warnings).toEqual([expect.stringContaining('until they type /medikey link')])
  const { warnings: without } = await list({ config: { network: 'mainnet', identities: [] } })
  expect(without).toEqual([expect.stringMatching(/have to type \/medikey link[^,]*, and sign [^,]*\.$/)])
})

test('without a platform nobody is missed, but a file that names Slack lacks its token', async () => {
  const { warnings } = await list({ config: { slack: null } })
  expect(warnings).toEqual([expect.stringContaining('SLACK_BOT_TOKEN is not set')])
})

test('a file that names Discord lacks its token', async () => {
  const { warnings } = await list({ config: { namesDiscord: true } })
  expect(warnings).toEqual([expect.stringContaining('DISCORD_TOKEN is not set')])
})

test('closed channels are told one by one', async () => {
  const { warnings } = await list({ closed: ['Channel C0ALERTS: invite it.'] })
  expect(warnings).toEqual(['Channel C0ALERTS: invite it.'])
})

test('a chain that cannot be asked hinders no start, and is logged', async () => {
  const unreachable = new NodeUnreachableError({ route: '/v2/info', problem: 'did not answer' })
  const { warnings, log } = await list({ getChiefMedicalOfficer: () => Promise.reject(unreachable) })
  expect(warnings).toEqual([])
  expect(log).toContain('could not be asked')
})
