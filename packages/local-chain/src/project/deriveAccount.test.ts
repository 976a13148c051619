import { generateNewAccount, generateWallet } from '@stacks/wallet-sdk'
import { describe, expect, test } from 'vitest'
import { deriveAccount } from './deriveAccount.ts'

const mnemonic =
  'sell invite acquire kitten bamboo drastic jelly vivid peace spawn twice guilt pave pen trash pretty park cube fragile unaware remain midnight betray rebuild'

describe('an account of a mnemonic', () => {
  test('is the one that wallets derive, the first and the next', async () => {
    const wallet = generateNewAccount(await generateWallet({ secretKey: mnemonic, password: '' }))
    const [first, second] = wallet.accounts
    expect(await deriveAccount({ mnemonic })).toEqual({
      address: 'ST1SJ3DTE5DN7X54YDH5D64R3BCB6A2AG2ZQ8YPD5',
      privateKey: first?.stxPrivateKey,
    })
    expect(await deriveAccount({ mnemonic, derivation: "m/44'/5757'/0'/0/1" })).toMatchObject({
      privateKey: second?.stxPrivateKey,
    })
    expect(await deriveAccount({ mnemonic: `  ${mnemonic.replaceAll(' ', '\n')} ` })).toMatchObject({
      privateKey: first?.stxPrivateKey,
    })
  })

  test.each(['', 'hush hush hush', `${mnemonic} sell`, mnemonic.replace('sell', 'sells')])(
    'is none for the words %j, which the error does not tell',
    async (words) => {
      await expect(deriveAccount({ mnemonic: words })).rejects.toThrow('the mnemonic is none')
    },
  )

  test.each(["m/44'/5757'/0'/0/x", "m/44'/0'/0'/0/0", ''])('is none for the path %j', async (derivation) => {
    await expect(deriveAccount({ mnemonic, derivation })).rejects.toThrow('the derivation has to be')
  })
})
