import { Cl, signStructuredData } from '@stacks/transactions'
import { describe, expect, test } from 'vitest'
import { openVm } from '../../scripts/openVm.ts'
import { physician, physicianKey, staff, stranger } from '../../testing/accounts.ts'
import { InvalidArgumentError } from '../errors/InvalidArgumentError.ts'
import { curveOrder } from '../signing/curveOrder.ts'
import type { StructuredMessage } from '../types/StructuredMessage.ts'
import { hashStructuredMessage } from './hashStructuredMessage.ts'
import { signStructuredMessage } from './signStructuredMessage.ts'
import { verifyStructuredMessage } from './verifyStructuredMessage.ts'

const network = 'devnet'
const principal = physician.address
const message: StructuredMessage = {
  domain: { name: 'MediKey', version: '1.0.0' },
  fields: { user: { ascii: 'U0ALICE' }, expires: { uint: 1_795_687_200n }, principal: { principal } },
}
const signature = await signStructuredMessage({ message, signer: physician, network })
const judge = (o: Partial<Parameters<typeof verifyStructuredMessage>[0]>) =>
  verifyStructuredMessage({ message, network, principal, signature, ...o })

const r = signature.slice(0, 64)
const s = signature.slice(64, 128)
const v = signature.slice(128)
const flipped = v === '00' ? '01' : '00'

test('a signature of the message by the principal’s key is valid, however its digits are written', () => {
  for (const written of [signature, `0x${signature}`, signature.toUpperCase()])
    expect(judge({ signature: written })).toBe('valid')
})

test('the signature is the one that wallets of the field make', () => {
  const given = signStructuredData({
    domain: Cl.tuple({
      name: Cl.stringAscii('MediKey'),
      version: Cl.stringAscii('1.0.0'),
      'chain-id': Cl.uint(2147483648),
    }),
    message: Cl.tuple({
      principal: Cl.principal(principal),
      expires: Cl.uint(1_795_687_200n),
      user: Cl.stringAscii('U0ALICE'),
    }),
    privateKey: `${physicianKey}01`,
  })
  expect(signature).toBe(given)
})

test('the chain’s own language computes the same digest and recovers the same key', async () => {
  const vm = await openVm()
  const hash = (tuple: string) => `(sha256 (unwrap-panic (to-consensus-buff? ${tuple})))`
  const domain = '{name: "MediKey", version: "1.0.0", chain-id: u2147483648}'
  const fields = `{user: "U0ALICE", expires: u1795687200, principal: '${principal}}`
  const digest = `(sha256 (concat 0x534950303138 (concat ${hash(domain)} ${hash(fields)})))`
  expect(vm.execute(digest).result).toEqual(Cl.bufferFromHex(hashStructuredMessage({ message, network })))
  const recovered = vm.execute(`(principal-of? (unwrap-panic (secp256k1-recover? ${digest} 0x${signature})))`)
  expect(recovered.result).toEqual(Cl.ok(Cl.principal(principal)))
})

describe('a signature is foreign', () => {
  test.each([
    ['of another key', { principal: staff.address }],
    [
      'of another field',
      { message: { ...message, fields: { ...message.fields, user: { ascii: 'U0MALLORY' } } } },
    ],
    ['of another time', { message: { ...message, fields: { ...message.fields, expires: { uint: 1n } } } }],
    ['of a missing field', { message: { ...message, fields: { user: { ascii: 'U0ALICE' } } } }],
    ['of another domain', { message: { ...message, domain: { name: 'MedlKey', version: '1.0.0' } } }],
    ['of another version', { message: { ...message, domain: { name: 'MediKey', version: '2.0.0' } } }],
    ['with the other recovery id', { signature: r + s + flipped }],
  ])('%s', (_, given) => {
    expect(judge(given)).toBe('foreign')
  })

  test('of the same message on a chain with another id', async () => {
    const plain = { ...message, fields: { user: { ascii: 'U0ALICE' } } }
    const onMainnet = await signStructuredMessage({ message: plain, signer: physician, network: 'mainnet' })
    expect(judge({ message: plain, signature: onMainnet })).toBe('foreign')
  })

  test('of the right key for a contract of its principal', () => {
    expect(judge({ principal: `${principal}.medvault` })).toBe('foreign')
  })
})

test('the second form of a signature, with a high s, is refused although it is equally right', () => {
  const high = (curveOrder - BigInt(`0x${s}`)).toString(16).padStart(64, '0')
  expect(judge({ signature: r + high + flipped })).toBe('high-s')
})

test.each([
  ['nothing', ''],
  ['no hex', 'z'.repeat(130)],
  ['without its recovery id', r + s],
  ['too long', `${signature}00`],
  ['too short', signature.slice(2)],
  ['in the order of a transaction, recovery id first', v + r + s],
  ['with the recovery id of another chain', `${r + s}1b`],
  ['with two prefixes', `0x0x${signature}`],
  ['with a space in it', `${r} ${s}${v}`],
  ['on two lines', `${signature}\n`],
  ['zero', '0'.repeat(130)],
  ['with r beyond the curve', 'f'.repeat(64) + s + v],
  ['with s of zero', `${r}${'0'.repeat(64)}${v}`],
])('a signature that is %s is malformed', (_, given) => {
  expect(judge({ signature: given })).toBe('malformed')
})

test.each([
  ['text beyond ASCII', { user: { ascii: 'Zoë' } }],
  ['a text that nobody reads to its end', { user: { ascii: 'x'.repeat(257) } }],
  ['a negative number', { expires: { uint: -1n } }],
  [
    'a principal of another network',
    { principal: { principal: 'SP2J6ZY48GV1EZ5V2V5RB9MP66SW86PYKKNRV9EJ7' } },
  ],
])('%s is refused before anything is signed', async (_, fields) => {
  const signing = signStructuredMessage({ message: { ...message, fields }, signer: stranger, network })
  await expect(signing).rejects.toThrow(InvalidArgumentError)
})
