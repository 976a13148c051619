import { createPrivateKeySigner, signStructuredMessage } from '@medikey/contract-client'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Clinic, createClinic, driveLinks, type LinkDriver, people } from '../../testing/index.ts'
import { parseChallenge } from './parseChallenge.ts'
import { toLinkMessage } from './toLinkMessage.ts'

const CURVE_ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n

let clinic: Clinic
let links: LinkDriver
beforeEach(() => {
  clinic = createClinic({ undeclared: ['nadia', 'tom'] })
  links = driveLinks(clinic)
})

const nadia = () => clinic.account('nadia')
const tom = () => clinic.account('tom')
const audit = () => clinic.deps.store.listAudit({ limit: 10 })

/** Proves that nothing was linked, and answers the sentence. */
async function refused(proving: Promise<unknown>, code: string): Promise<string> {
  const error = await proving.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toMatchObject({ code, userMessage: expect.stringMatching(/^.{40,}\.$/s) })
  expect(await clinic.deps.store.listLinks({})).toEqual([])
  expect(await audit()).toEqual([])
  return (error as { userMessage: string }).userMessage
}

describe('nothing is linked, and a sentence says why, when', () => {
  test('no challenge was asked for', async () => {
    const proof = await links.sign(tom(), 'nadia')
    await refused(links.prove(nadia(), proof), 'NO_CHALLENGE')
  })

  test('the challenge is older than ten minutes', async () => {
    const proof = await links.sign(nadia(), 'nadia')
    clinic.clock.advance(10 * 60_000 + 1)
    await refused(links.prove(nadia(), proof), 'CHALLENGE_EXPIRED')
  })

  test('the challenge was replaced by a newer one', async () => {
    const proof = await links.sign(nadia(), 'nadia')
    await links.begin(nadia())
    await refused(links.prove(nadia(), proof), 'SIGNATURE_FOREIGN')
  })

  test('it is the challenge of another user', async () => {
    const proof = await links.sign(tom(), 'nadia')
    await links.begin(nadia())
    expect(await refused(links.prove(nadia(), proof), 'SIGNATURE_FOREIGN')).toContain('U0NADIA')
  })

  test.each([
    ['workspace', { workspace: 'T0ELSEWHERE' }],
    ['platform', { platform: 'discord' }],
  ] as const)('it is the challenge of the same user on another %s', async (_, elsewhere) => {
    const proof = await links.sign({ ...nadia(), ...elsewhere }, 'nadia')
    await links.begin(nadia())
    await refused(links.prove(nadia(), proof), 'SIGNATURE_FOREIGN')
  })

  test.each(['testnet', 'mainnet'] as const)('it was signed for %s', async (network) => {
    const challenge = parseChallenge(/medikey-link[^"]+/.exec(await links.begin(nadia()))?.[0] ?? '')
    const privateKey = '1'.repeat(64)
    const signer = createPrivateKeySigner({ privateKey, network })
    const message = toLinkMessage({ challenge: { ...challenge, network }, principal: signer.address })
    const signature = await signStructuredMessage({ message, signer, network })
    const here = createPrivateKeySigner({ privateKey, network: 'devnet' }).address
    await refused(links.prove(nadia(), { principal: here, signature }), 'SIGNATURE_FOREIGN')
    if (network === 'mainnet')
      await refused(links.prove(nadia(), { principal: signer.address, signature }), 'INVALID_PRINCIPAL')
  })

  test('another key signed, or the principal was exchanged afterwards', async () => {
    const { signature } = await links.sign(nadia(), 'nadia')
    for (const principal of [people.tom, people.cmo])
      await refused(links.prove(nadia(), { principal, signature }), 'SIGNATURE_FOREIGN')
  })

  test('the signature has a high s', async () => {
    const { principal, signature } = await links.sign(nadia(), 'nadia')
    const high = (CURVE_ORDER - BigInt(`0x${signature.slice(64, 128)}`)).toString(16).padStart(64, '0')
    const forged = signature.slice(0, 64) + high + (signature.endsWith('00') ? '01' : '00')
    await refused(links.prove(nadia(), { principal, signature: forged }), 'SIGNATURE_HIGH_S')
  })

  test.each(['', 'please', '0x', '0'.repeat(130), 'f'.repeat(5_000)])(
    'the signature is %j',
    async (signature) => {
      const { principal } = await links.sign(nadia(), 'nadia')
      await refused(links.prove(nadia(), { principal, signature }), 'SIGNATURE_MALFORMED')
    },
  )

  test('the principal is none, or a contract', async () => {
    const { signature } = await links.sign(nadia(), 'nadia')
    for (const principal of ['', 'nadia', `${people.nadia}x`, '<@U0NADIA>'])
      await refused(links.prove(nadia(), { principal, signature }), 'INVALID_PRINCIPAL')
    const principal = `${people.nadia}.vault`
    await refused(links.prove(nadia(), { principal, signature }), 'CONTRACT_PRINCIPAL')
  })

  test('medikey.yaml declares the account for another principal', async () => {
    const ben = clinic.account('ben')
    const proof = await links.sign(ben, 'nadia')
    expect(await refused(links.prove(ben, proof), 'DECLARED_OTHERWISE')).toContain(people.ben)
  })

  test('medikey.yaml declares the principal for another account of the workspace', async () => {
    const proof = await links.sign(nadia(), 'cmo')
    await refused(links.prove(nadia(), proof), 'DECLARED_FOR_ANOTHER')
  })
})
