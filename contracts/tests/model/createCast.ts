import { accounts } from '../simnet/accounts.ts'
import type { Vault } from '../simnet/createVault.ts'
import type { Cast } from './Cast.ts'

const { cmo, physician, colleague } = accounts

/**
 * The devnet accounts and two contract wallets of this vault: a physician's, and one of the Chief Medical
 * Officer's, which is the Chief Medical Officer to whoever asks for the signer instead of the contract-caller.
 */
export function createCast(vault: Vault): Cast {
  const wallets = new Map([physician, cmo].map((owner) => [vault.deploy(owner, 'practice-wallet'), owner]))
  // First come those whom a shrunk counterexample should name.
  const principals = [...new Set([physician, colleague, ...Object.values(accounts)]), ...wallets.keys()]
  return { cmo, principals, wallets }
}
