import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { physician, physicianKey } from '../../testing/accounts.ts'
import { InvalidArgumentError } from '../errors/InvalidArgumentError.ts'
import { createPrivateKeySigner } from './createPrivateKeySigner.ts'

// Clarinet's public devnet deployer.
const devnetKey = '753b7cc01a1a2e86221266a154af739463fce51219d97e4f856cd7200c3bd2a6'
const devnetAddress = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM'

test.each([devnetKey, `${devnetKey}01`, `0x${devnetKey}`, devnetKey.toUpperCase()])(
  'knows the address of its key, however the key is written: %s',
  (privateKey) => {
    expect(createPrivateKeySigner({ privateKey, network: 'devnet' }).address).toBe(devnetAddress)
    expect(createPrivateKeySigner({ privateKey, network: 'mainnet' }).address).toMatch(/^SP/)
  },
)

test('shows its address and never its key', () => {
  for (const shown of [
    JSON.stringify(physician),
    inspect(physician, { showHidden: true, depth: 9 }),
    `${physician}`,
  ]) {
    expect(shown).not.toContain(physicianKey.slice(0, 16))
  }
  expect(JSON.parse(JSON.stringify(physician))).toEqual({
    address: physician.address,
    publicKey: physician.publicKey,
  })
})

test.each([
  ['too short', 'abcd'],
  ['no hex', 'z'.repeat(64)],
  ['with another ending', `${'1'.repeat(64)}02`],
  ['zero', '0'.repeat(64)],
  ['beyond the curve', 'f'.repeat(64)],
])('refuses a key that is %s without repeating it', (_, privateKey) => {
  const attempt = () => createPrivateKeySigner({ privateKey, network: 'devnet' })
  expect(attempt).toThrow(InvalidArgumentError)
  try {
    attempt()
  } catch (error) {
    expect(inspect(error)).not.toContain(privateKey)
  }
})
