import { privateKeyToAddress } from '@stacks/transactions'
import { generateNewAccount, generateWallet } from '@stacks/wallet-sdk'

const derivationPattern = /^m\/44'\/5757'\/0'\/0\/(\d{1,3})$/

/**
 * Derives the key and testnet address that a mnemonic stands for, as Clarinet and wallets do.
 *
 * @param derivation Clarinet's `derivation`, `m/44'/5757'/0'/0/<n>`; the first account without it.
 * @throws Error when the mnemonic or the path is none.
 */
export async function deriveAccount({
  mnemonic,
  derivation = "m/44'/5757'/0'/0/0",
}: {
  mnemonic: string
  derivation?: string | undefined
}): Promise<{ address: string; privateKey: string }> {
  const index = derivationPattern.exec(derivation)?.[1]
  if (index === undefined) throw new Error("the derivation has to be m/44'/5757'/0'/0/ and a number")
  let wallet = await generateWallet({ secretKey: mnemonic, password: '' })
  while (wallet.accounts.length <= Number(index)) wallet = generateNewAccount(wallet)
  const account = wallet.accounts[Number(index)]
  if (account === undefined) throw new Error('the mnemonic gave no account')
  const privateKey = account.stxPrivateKey
  return { address: privateKeyToAddress(privateKey, 'testnet'), privateKey }
}
