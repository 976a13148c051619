import { join } from 'node:path'
import { JournalCorruptError } from '../errors/JournalCorruptError.ts'
import { createMemoryJournal } from '../journal/createMemoryJournal.ts'
import type { JournalEntry } from '../journal/JournalEntry.ts'
import { openJournal } from '../journal/openJournal.ts'
import type { Account } from '../project/Account.ts'
import { beginGenesis } from './beginGenesis.ts'
import type { Chain } from './Chain.ts'
import type { Genesis } from './Genesis.ts'
import { readHindsight } from './readHindsight.ts'
import { replayEntry } from './replayEntry.ts'
import { startAtGenesis } from './startAtGenesis.ts'
import { createFundedVm } from './startRepair.ts'

/**
 * Opens the chain of a data directory where it stood, or begins one: with a genesis block and the accounts'
 * balances, without contracts.
 *
 * @param dataDir Null for a chain that ends with the process.
 * @throws JournalCorruptError
 */
export async function openChain({
  dataDir,
  fresh,
  accounts,
  trackCosts = true,
}: {
  dataDir: string | null
  fresh: boolean
  accounts: readonly Account[]
  trackCosts?: boolean
}): Promise<Chain> {
  const path = dataDir === null ? null : join(dataDir, 'journal.jsonl')
  const { journal, entries } =
    path === null ? { journal: createMemoryJournal(), entries: [] } : openJournal({ path, fresh })
  try {
    const genesis = readGenesis(path, entries) ?? beginGenesis({ journal, accounts, time: now() })
    const vm = await createFundedVm({ genesis, trackCosts })
    const chain = startAtGenesis({ genesis, journal, vm, trackCosts })
    const hindsight = readHindsight(entries)
    for (const [i, entry] of entries.slice(1).entries()) {
      try {
        replayEntry(chain, { entry, hindsight })
      } catch (cause) {
        const problem = (cause as Error).message
        throw new JournalCorruptError({ path: path ?? '', line: i + 2, problem, cause })
      }
      // A crash may have come between a block and its verdict.
      if (chain.repair !== null) await chain.repair
    }
    return chain
  } catch (error) {
    journal.close()
    throw error
  }
}

function readGenesis(path: string | null, entries: readonly JournalEntry[]): Genesis | null {
  const first = entries[0]
  if (first === undefined) return null
  if (first.type !== 'genesis') {
    throw new JournalCorruptError({ path: path ?? '', line: 1, problem: 'it does not begin with a genesis' })
  }
  const balances = first.balances.map(({ address, balance }) => ({ address, balance: BigInt(balance) }))
  return { salt: first.salt, time: first.time, balances }
}

function now(): number {
  return Math.floor(Date.now() / 1000)
}
