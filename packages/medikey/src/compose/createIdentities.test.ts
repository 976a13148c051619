import { createDirectory } from '@medikey/core'
import { expect, test } from 'vitest'
import { getPersona } from '../demo/getPersona.ts'
import { createIdentities } from './createIdentities.ts'

const alice = getPersona('alice').principal
const config = {
  identities: [
    { name: 'Alice', principal: alice, slack: { workspace: null, userId: 'U0ALICE' }, discord: null },
    {
      name: 'Ben',
      principal: getPersona('ben').principal,
      slack: { workspace: 'T0OTHER', userId: 'U0BEN' },
      discord: { userId: '100000000000000001' },
    },
  ],
}

test('a declared account without a workspace is one of the configured workspace', () => {
  const directory = createDirectory({
    identities: createIdentities({ config, platforms: ['slack'] }),
    workspaces: { slack: 'T0CLINIC' },
  })
  const find = (workspace: string, userId: string) =>
    directory.findByAccount({ platform: 'slack', workspace, userId }).map(({ name }) => name)
  expect(find('T0CLINIC', 'U0ALICE')).toEqual(['Alice'])
  expect(find('T0OTHER', 'U0ALICE')).toEqual([])
  expect(find('T0OTHER', 'U0BEN')).toEqual(['Ben'])
  expect(find('T0CLINIC', 'U0BEN')).toEqual([])
})

test('the personas are known on the demo’s terminal, and nowhere else', () => {
  const names = (platforms: ('slack' | 'terminal')[]) =>
    createIdentities({ config, platforms }).map(({ name }) => name)
  expect(names(['slack'])).toEqual(['Alice', 'Ben'])
  expect(names(['terminal'])).toContain('Dr. Clara Okafor')
})
