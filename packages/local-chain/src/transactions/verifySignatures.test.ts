import {
  Cl,
  makeRandomPrivKey,
  makeSTXTokenTransfer,
  makeUnsignedSTXTokenTransfer,
  privateKeyToPublic,
  sponsorTransaction,
  TransactionSigner,
} from '@stacks/transactions'
import { describe, expect, test } from 'vitest'
import { decodeTransaction } from './decodeTransaction.ts'
import { verifySignatures } from './verifySignatures.ts'

const transfer = {
  recipient: 'ST2CY5V39NHDPWSXMW9QDT3HC3GD6Q6XX4CFRK9AG',
  amount: 1n,
  fee: 200n,
  nonce: 3n,
  network: 'devnet',
} as const

function verify(bytes: Uint8Array): boolean {
  return verifySignatures(decodeTransaction(bytes))
}

/** Every byte of the transaction counts: changing any of them makes it another one, or none. */
function expectEveryByteToCount(bytes: Uint8Array): void {
  for (let i = 5; i < bytes.length; i += 1) {
    const changed = Uint8Array.from(bytes)
    changed[i] = (changed[i] ?? 0) ^ 1
    let verified: boolean
    try {
      verified = verify(changed)
    } catch {
      continue
    }
    expect(verified, `byte ${i}`).toBe(false)
  }
}

describe('signatures', () => {
  test('of one key are verified over every byte', async () => {
    const transaction = await makeSTXTokenTransfer({ ...transfer, senderKey: makeRandomPrivKey() })
    const bytes = transaction.serializeBytes()
    expect(verify(bytes)).toBe(true)
    expectEveryByteToCount(bytes)
  })

  test('are verified for a memo that is no text', async () => {
    const senderKey = makeRandomPrivKey()
    const transaction = await makeSTXTokenTransfer({ ...transfer, senderKey, memo: 'é' })
    expect(verify(transaction.serializeBytes())).toBe(true)
  })

  test('of a sponsored transaction are verified for both parties', async () => {
    const origin = await makeSTXTokenTransfer({
      ...transfer,
      senderKey: makeRandomPrivKey(),
      sponsored: true,
      fee: 0n,
    })
    const sponsored = await sponsorTransaction({
      transaction: origin,
      sponsorPrivateKey: makeRandomPrivKey(),
      fee: 500n,
      sponsorNonce: 7n,
      network: 'devnet',
    })
    const bytes = sponsored.serializeBytes()
    expect(verify(bytes)).toBe(true)
    expect(decodeTransaction(bytes)).toMatchObject({ fee: 500n, sponsor: { nonce: 7n } })
    expectEveryByteToCount(bytes)
  })

  test('of two among three keys are verified, and one is too few', async () => {
    const keys = [makeRandomPrivKey(), makeRandomPrivKey(), makeRandomPrivKey()] as const
    const publicKeys = keys.map((key) => privateKeyToPublic(key))
    const unsigned = await makeUnsignedSTXTokenTransfer({ ...transfer, numSignatures: 2, publicKeys })
    const signer = new TransactionSigner(unsigned)
    signer.signOrigin(keys[0])
    const incomplete = signer.transaction.serializeBytes()
    expect(verify(incomplete)).toBe(false)
    signer.signOrigin(keys[1])
    signer.appendOrigin(publicKeys[2] ?? '')
    const bytes = signer.transaction.serializeBytes()
    expect(verify(bytes)).toBe(true)
    expectEveryByteToCount(bytes)
  })

  test('of nobody are none', async () => {
    const publicKey = privateKeyToPublic(makeRandomPrivKey())
    const unsigned = await makeUnsignedSTXTokenTransfer({ ...transfer, publicKey })
    expect(verify(unsigned.serializeBytes())).toBe(false)
  })
})

test('a memo is told byte by byte', async () => {
  const transaction = await makeSTXTokenTransfer({ ...transfer, senderKey: makeRandomPrivKey(), memo: 'ab' })
  expect(decodeTransaction(transaction.serializeBytes()).payload).toMatchObject({
    memo: `0x6162${'00'.repeat(32)}`,
    recipient: Cl.address(transfer.recipient).value,
  })
})
