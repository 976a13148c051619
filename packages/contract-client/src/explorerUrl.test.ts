import { expect, test } from 'vitest'
import { txid } from '../testing/accounts.ts'
import { explorerUrl } from './explorerUrl.ts'

test.each(['mainnet', 'testnet'] as const)('names the chain that the explorer shows: %s', (network) => {
  expect(explorerUrl({ network, txid, apiUrl: `https://api.${network}.example` })).toBe(
    `https://explorer.hiro.so/txid/${txid}?chain=${network}`,
  )
})

test.each([
  ['devnet', 'https://devnet.example'],
  ['testnet', 'http://127.0.0.1:3999'],
  ['testnet', 'http://localhost:3999'],
  ['testnet', 'http://[::1]:3999'],
] as const)('is nothing for a chain that the explorer cannot see: %s at %s', (network, apiUrl) => {
  expect(explorerUrl({ network, txid, apiUrl })).toBeNull()
})
