import type { Config } from '@medikey/runtime'
import { createSecret } from '@medikey/runtime'
import { expect, test } from 'vitest'
import { getPersona } from '../demo/getPersona.ts'
import { checkIdentities } from './checkIdentities.ts'

const cmo = getPersona('cmo')
const slack: Config['slack'] = {
  mode: 'socket',
  botToken: createSecret('xoxb-1'),
  appToken: createSecret('xapp-1'),
  apiUrl: 'https://slack.com/api',
  channels: { approvals: 'C0APPROVE', alerts: 'C0ALERTS' },
}
const identity = (principal: string, userId: string | null): Config['identities'][number] => ({
  name: cmo.name,
  principal,
  slack: userId === null ? null : { workspace: null, userId },
  discord: null,
})

test('is content when the Chief Medical Officer has an account where requests are decided', () => {
  const config = {
    identities: [identity(cmo.principal, 'U0CMO')],
    slack,
    discord: null,
    network: 'devnet',
    demo: false,
  } as const
  expect(checkIdentities(config, { chiefMedicalOfficer: cmo.principal })).toEqual({
    name: 'identities',
    ok: true,
    detail: '1 person in medikey.yaml; the Chief Medical Officer is Dr. Clara Okafor.',
  })
})

test.each([
  ['nobody is linked', []],
  ['only others are linked', [identity(getPersona('alice').principal, 'U0ALICE')]],
  ['the Chief Medical Officer has no account on the platform', [identity(cmo.principal, null)]],
])('cannot know, and says what it takes, when %s', (_, identities) => {
  const check = checkIdentities(
    { identities, slack, discord: null, network: 'devnet', demo: false },
    { chiefMedicalOfficer: cmo.principal },
  )
  expect(check).toMatchObject({
    ok: true,
    isNeutral: true,
    detail: expect.stringContaining(cmo.principal),
  })
  expect(check.detail).toContain('/medikey link')
  expect(check.detail).toContain('and their slack id')
})

test('does not take a declaration for enough on mainnet', () => {
  const identities = [identity(cmo.principal, 'U0CMO')]
  const config = { identities, slack, discord: null, network: 'mainnet', demo: false } as const
  const check = checkIdentities(config, { chiefMedicalOfficer: cmo.principal })
  expect(check).toMatchObject({ isNeutral: true, detail: expect.stringContaining('/medikey link') })
})

test('says so when the chain could not name the Chief Medical Officer', () => {
  const check = checkIdentities(
    { identities: [], slack, discord: null, network: 'devnet', demo: false },
    { chiefMedicalOfficer: null },
  )
  expect(check).toMatchObject({ ok: false, detail: expect.stringContaining('could not be asked') })
})

test('needs nobody where no platform is configured', () => {
  const config = { identities: [], slack: null, discord: null, network: 'devnet', demo: true } as const
  expect(checkIdentities(config, { chiefMedicalOfficer: cmo.principal }).ok).toBe(true)
})

test('speaks of the demo’s people only in the demo', () => {
  const detailOf = (demo: boolean) =>
    checkIdentities(
      { identities: [], slack: null, discord: null, network: 'devnet', demo },
      { chiefMedicalOfficer: null },
    ).detail
  expect(detailOf(true)).toContain('demo')
  expect(detailOf(false)).not.toContain('demo')
})
