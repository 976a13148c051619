import { expect, test } from 'vitest'
import { people } from '../../testing/createClinic.ts'
import type { Identity } from '../model/Identity.ts'
import { createDirectory } from './createDirectory.ts'

type Declared = Identity['accounts'][number]

const at = (workspace: string | null, userId = 'U0NADIA'): Declared => ({
  platform: 'slack',
  workspace,
  userId,
})

function findNadia(...accounts: Declared[]) {
  const identities = accounts.map(
    (account): Identity => ({
      name: 'nadia',
      principal: people.nadia,
      accounts: [account],
      source: 'declared',
    }),
  )
  const directory = createDirectory({ identities, workspaces: { slack: 'T0CLINIC' } })
  return directory.findAccount({ principal: people.nadia, platform: 'slack' })
}

test.each([
  ['their one account', [at(null)], at('T0CLINIC')],
  ['the one at home rather than another', [at('T0WARD', 'U0OTHER'), at('T0CLINIC')], at('T0CLINIC')],
  ['the one in another workspace, without one at home', [at('T0WARD')], at('T0WARD')],
  ['none without an account', [], null],
  ['none of two at home', [at(null), at('T0CLINIC', 'U0SECOND')], null],
  ['none of two elsewhere', [at('T0WARD'), at('T0OTHER')], null],
])('a person is written to at %s', (_, accounts, expected) => {
  expect(findNadia(...accounts)).toEqual(expected)
})
