import type { JournalEntry } from '../journal/JournalEntry.ts'
import { deployProject } from '../project/deployProject.ts'
import type { Project } from '../project/Project.ts'
import type { VmReserve } from '../vm/createVmReserve.ts'
import { beginGenesis } from './beginGenesis.ts'
import type { Chain } from './Chain.ts'
import { startAtGenesis } from './startAtGenesis.ts'
import { fundAccounts } from './startRepair.ts'

/**
 * Makes the chain another one that has just begun, with the project's contracts deployed. Until it stands,
 * requests wait as they do for a repair; when it cannot be made, the old chain goes on.
 *
 * @throws DeployFailedError
 * @throws JournalWriteError when the new chain could not be kept; nothing can be kept from then on.
 */
export async function resetChain(
  chain: Chain,
  { project, reserve }: { project: Project; reserve: Pick<VmReserve, 'take'> },
): Promise<void> {
  while (chain.repair !== null) await chain.repair.catch(() => undefined)
  const renewal = renew(chain, { project, reserve })
  chain.repair = renewal.catch(() => {
    chain.repair = null
  })
  await renewal
}

async function renew(
  chain: Chain,
  { project, reserve }: { project: Project; reserve: Pick<VmReserve, 'take'> },
): Promise<void> {
  const entries: JournalEntry[] = []
  const journal = {
    append: (entry: JournalEntry) => void entries.push(entry),
    restart: () => undefined,
    close: () => undefined,
  }
  const { vm, genesisTime } = await reserve.take()
  try {
    const genesis = beginGenesis({ journal, accounts: project.accounts, time: genesisTime })
    fundAccounts(vm, { genesis })
    const next = startAtGenesis({ genesis, journal, vm, trackCosts: chain.trackCosts })
    await deployProject(next, { project, dataDir: null })
    chain.journal.restart(entries)
    chain.vm.free()
    // Who listens goes on listening.
    Object.assign(chain, next, { journal: chain.journal, events: chain.events })
  } catch (error) {
    vm.free()
    throw error
  }
}
