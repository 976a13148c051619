import { NodeUnreachableError } from '@medikey/contract-client'
import type { Config } from '@medikey/runtime'
import { createLogger, createSecret } from '@medikey/runtime'
import { expect, test } from 'vitest'
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
const fine = { slack, discord: null, identities: [clara], namesSlack: true }

async function list(
  options: {
    config?: Partial<typeof fine> | { slack: null }
    closed?: string[]
    getChiefMedicalOfficer?: () => Promise<string>
  } = {},
): Promise<{ warnings: string[]; log: string }> {
  const { config, closed = [], getChiefMedicalOfficer = async () => cmo.principal } = options
  let log = ''
  const destination = {
    write(line: string) {
      log += line
    },
  }
  const logger = createLogger({ level: 'warn', name: 'test', destination })
  const warnings = await listWarnings(
    { ledger: { getChiefMedicalOfficer }, logger },
    { config: { ...fine, ...config }, chat: { findProblems: async () => closed } },
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
    `No identity in medikey.yaml is the Chief Medical Officer (${cmo.principal}): no request could be decided. Add them to identities, with this principal and their slack id.`,
  ])
})

test('without a platform nobody is missed, but a file that names Slack lacks its token', async () => {
  const { warnings } = await list({ config: { slack: null } })
  expect(warnings).toEqual([expect.stringContaining('SLACK_BOT_TOKEN is not set')])
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
