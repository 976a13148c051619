import { randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import { JournalCorruptError } from '../errors/JournalCorruptError.ts'
import { createMemoryJournal } from '../journal/createMemoryJournal.ts'
import type { Journal } from '../journal/Journal.ts'
import type { JournalEntry } from '../journal/JournalEntry.ts'
import { openJournal } from '../journal/openJournal.ts'
import { createMempool } from '../mempool/createMempool.ts'
import type { Account } from '../project/Account.ts'
import type { Chain } from './Chain.ts'
import { createChainIndex } from './createChainIndex.ts'
import { createClock } from './createClock.ts'
import type { Genesis } from './Genesis.ts'
import { indexBlock } from './indexBlock.ts'
import { makeBlock } from './makeBlock.ts'
import { readHindsight } from './readHindsight.ts'
import { replayEntry } from './replayEntry.ts'
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
}: {
  dataDir: string | null
  fresh: boolean
  accounts: readonly Account[]
}): Promise<Chain> {
  const path = dataDir === null ? null : join(dataDir, 'journal.jsonl')
  const { journal, entries } =
    path === null ? { journal: createMemoryJournal(), entries: [] } : openJournal({ path, fresh })
  try {
    const genesis = readGenesis(path, entries) ?? beginGenesis(journal, accounts)
    const chain = await startAtGenesis({ genesis, journal })
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

async function startAtGenesis({ genesis, journal }: { genesis: Genesis; journal: Journal }): Promise<Chain> {
  const vm = await createFundedVm({ genesis })
  const index = createChainIndex()
  const block = makeBlock({ genesis, fork: 0, parent: null, time: genesis.time, txid: null, tenure: true })
  indexBlock(index, { block, mined: null, deployed: null })
  return {
    genesis,
    vm,
    repair: null,
    fork: 0,
    index,
    journal,
    mempool: createMempool(),
    clock: createClock(),
    events: new EventEmitter(),
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

function beginGenesis(journal: Journal, accounts: readonly Account[]): Genesis {
  const genesis: Genesis = {
    salt: randomBytes(16).toString('hex'),
    time: Math.floor(Date.now() / 1000),
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
