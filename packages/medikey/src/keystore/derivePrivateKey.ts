import { validateMnemonic } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { generateNewAccount, generateWallet } from '@stacks/wallet-sdk'
import { KeystoreError } from './KeystoreError.ts'

/** Beyond it somebody has mistaken the index for something else; wallets show far fewer accounts. */
const HIGHEST_INDEX = 99

/**
 * Derives the private key of an account as the wallets of the field do (m/44'/5757'/0'/0/index).
 *
 * @param options.mnemonic 12 to 24 English words; spaces and letter case do not matter.
 * @param options.index Which account, from 0.
 * @returns 66 hex digits, the last two 01.
 * @throws {KeystoreError} where the words are no mnemonic or the index is out of range.
 * @example
 * await derivePrivateKey({ mnemonic: 'twice kind fence …', index: 0 })
 */
export async function derivePrivateKey(options: { mnemonic: string; index: number }): Promise<string> {
  const { index } = options
  const mnemonic = options.mnemonic.trim().toLowerCase().split(/\s+/).join(' ')
  // Checked before the wallet library sees it: that one prints a misspelt word to the console.
  if (!validateMnemonic(mnemonic, wordlist))
    throw new KeystoreError({
      code: 'KEY_INVALID',
      shortMessage:
        'These words are no mnemonic: enter the 12 to 24 English words in their order, each spelled as it was given.',
    })
  if (!Number.isInteger(index) || index < 0 || index > HIGHEST_INDEX)
    throw new KeystoreError({
      code: 'KEY_INVALID',
      shortMessage: `The account's index must be a whole number from 0 to ${HIGHEST_INDEX}: the first account has 0.`,
    })
  let wallet = await generateWallet({ secretKey: mnemonic, password: '' })
  while (wallet.accounts.length <= index) wallet = generateNewAccount(wallet)
  const account = wallet.accounts[index]
  if (account === undefined) throw new Error('The wallet has fewer accounts than were made.')
  return account.stxPrivateKey
}
