import { pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'
import { HDKey } from '@scure/bip32'
import { validateMnemonic } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { privateKeyToAddress } from '@stacks/transactions'

const stretch = promisify(pbkdf2)
const derivationPattern = /^m\/44'\/5757'\/0'\/0\/\d{1,9}$/
const compressed = '01'

/**
 * Derives the key and testnet address that a mnemonic stands for, as Clarinet and wallets do. The same by
 * `@stacks/wallet-sdk` takes fifty times as long, because it also encrypts the mnemonic.
 *
 * @param derivation Clarinet's `derivation`, `m/44'/5757'/0'/0/<n>`; the first account without it.
 * @throws Error when the mnemonic or the path is none. The message does not tell the mnemonic.
 */
export async function deriveAccount({
  mnemonic,
  derivation = "m/44'/5757'/0'/0/0",
}: {
  mnemonic: string
  derivation?: string | undefined
}): Promise<{ address: string; privateKey: string }> {
  if (!derivationPattern.test(derivation))
    throw new Error("the derivation has to be m/44'/5757'/0'/0/ and a number")
  const words = mnemonic.normalize('NFKD').trim().split(/\s+/).join(' ')
  if (!validateMnemonic(words, wordlist)) throw new Error('the mnemonic is none')
  const seed = await stretch(words, 'mnemonic', 2048, 64, 'sha512')
  const key = HDKey.fromMasterSeed(seed).derive(derivation).privateKey
  if (!key) throw new Error('the mnemonic gave no key')
  const privateKey = `${Buffer.from(key).toString('hex')}${compressed}`
  return { address: privateKeyToAddress(privateKey, 'testnet'), privateKey }
}
