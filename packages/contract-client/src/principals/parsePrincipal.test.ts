import { expect, test } from 'vitest'
import { InvalidPrincipalError } from '../errors/InvalidPrincipalError.ts'
import { parsePrincipal } from './parsePrincipal.ts'

const testnet = 'ST1SJ3DTE5DN7X54YDH5D64R3BCB6A2AG2ZQ8YPD5'
const testnetMultisig = 'SN3R84XZYA63QS28932XQF3G1J8R9PC3W76P9CSQS'
const mainnet = 'SP2J6ZY48GV1EZ5V2V5RB9MP66SW86PYKKNRV9EJ7'

test.each([
  [testnet, 'devnet'],
  [testnet, 'testnet'],
  [testnetMultisig, 'testnet'],
  [mainnet, 'mainnet'],
  [`${testnet}.medvault`, 'devnet'],
  [`${mainnet}.a-wallet_2`, 'mainnet'],
] as const)('takes %s on %s', (value, network) => {
  expect(parsePrincipal({ value, network })).toBe(value)
})

test('takes off the spaces that come with a paste', () => {
  expect(parsePrincipal({ value: ` ${testnet}\n`, network: 'devnet' })).toBe(testnet)
})

test.each([
  ['', 'nothing'],
  ['Dr. Grey', 'a name'],
  ['<@U0PHYSICIAN>', 'a mention'],
  ['0x1234', 'hex'],
  [testnet.slice(0, -1), 'a principal that lost its end'],
  [testnet.replace('SJ3', 'SJ4'), 'a principal with a wrong letter'],
  [testnet.toLowerCase(), 'a principal in lower case'],
  [testnet.replace('1', 'L'), 'a principal with a look-alike letter'],
  [`${testnet} ${testnet}`, 'two principals'],
  ['.medvault', 'a contract without its address'],
])('refuses %j, which is %s, and says to copy it again', (value) => {
  expect(() => parsePrincipal({ value, network: 'devnet' })).toThrow(/Copy it again/)
})

test.each([
  `${testnet}.`,
  `${testnet}.1st`,
  `${testnet}.a b`,
  `${testnet}.${'a'.repeat(41)}`,
  `${testnet}.a.b`,
])('refuses the contract name in %s', (value) => {
  expect(() => parsePrincipal({ value, network: 'devnet' })).toThrow(/ADDRESS\.contract-name/)
})

test.each([
  [mainnet, 'devnet', 'ST or SN'],
  [mainnet, 'testnet', 'ST or SN'],
  [testnet, 'mainnet', 'SP or SM'],
  [`${testnet}.medvault`, 'mainnet', 'SP or SM'],
] as const)('refuses %s on %s and says what its principals start with', (value, network, prefix) => {
  expect(() => parsePrincipal({ value, network })).toThrow(prefix)
})

test('gives its error the name of the argument and never the whole of a long text', () => {
  const attempt = () =>
    parsePrincipal({ value: 'x'.repeat(5000), network: 'devnet', argument: 'medicalStaff' })
  expect(attempt).toThrow(InvalidPrincipalError)
  expect(attempt).toThrow(expect.objectContaining({ argument: 'medicalStaff', code: 'INVALID_PRINCIPAL' }))
  try {
    attempt()
  } catch (error) {
    expect(String(error).length).toBeLessThan(250)
  }
})
