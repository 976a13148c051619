import { readFileSync } from 'node:fs'
import { getAddressFromPrivateKey } from '@stacks/transactions'
import { generateWallet } from '@stacks/wallet-sdk'
import { expect, test } from 'vitest'
import { personas } from './personas.ts'

const settings = readFileSync(new URL('../../../../settings/Devnet.toml', import.meta.url), 'utf8')

function readMnemonic(wallet: string): string {
  const mnemonic = new RegExp(`\\[accounts\\.${wallet}\\]\\s+mnemonic = "([^"]+)"`).exec(settings)?.[1]
  if (mnemonic === undefined) throw new Error(`settings/Devnet.toml has no account ${wallet}`)
  return mnemonic
}

test.each(personas)('$handle signs with the public devnet key of $wallet', async (persona) => {
  const wallet = await generateWallet({ secretKey: readMnemonic(persona.wallet), password: 'unused' })
  expect(wallet.accounts[0]?.stxPrivateKey).toBe(persona.privateKey)
  expect(getAddressFromPrivateKey(persona.privateKey, 'devnet')).toBe(persona.principal)
})

test('no two of them share a handle, a name or a principal', () => {
  for (const key of ['handle', 'name', 'principal'] as const) {
    expect(new Set(personas.map((persona) => persona[key])).size).toBe(personas.length)
  }
})
