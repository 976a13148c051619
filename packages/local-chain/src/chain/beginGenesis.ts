import { randomBytes } from 'node:crypto'
import type { Journal } from '../journal/Journal.ts'
import type { Account } from '../project/Account.ts'
import type { Genesis } from './Genesis.ts'

/**
 * Draws what a new chain begins with, and writes it as its journal's first entry.
 *
 * @param time Unix seconds.
 */
export function beginGenesis({
  journal,
  accounts,
  time,
}: {
  journal: Pick<Journal, 'append'>
  accounts: readonly Account[]
  time: number
}): Genesis {
  const genesis: Genesis = {
    salt: randomBytes(16).toString('hex'),
    time,
    balances: accounts.map(({ address, balance }) => ({ address, balance })),
  }
  journal.append({
    type: 'genesis',
    version: 1,
    salt: genesis.salt,
    time: genesis.time,
    balances: genesis.balances.map(({ address, balance }) => ({ address, balance: String(balance) })),
  })
  return genesis
}
