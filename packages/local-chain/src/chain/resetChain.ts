import type { JournalEntry } from '../journal/JournalEntry.ts'
import { deployProject } from '../project/deployProject.ts'
import type { Project } from '../project/Project.ts'
import type { VmReserve } from '../vm/createVmReserve.ts'
import { beginGenesis } from './beginGenesis.ts'
import type { Chain } from './Chain.ts'
import { getTip } from './getTip.ts'
import { startAtGenesis } from './startAtGenesis.ts'
import { fundAccounts, startRepair } from './startRepair.ts'

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
  await settleRepair(chain)
  const renewal = renew(chain, { project, reserve })
  chain.repair = renewal.catch(() => {
    chain.repair = null
    // Empty blocks that were mined meanwhile wait for a repair.
    if (chain.vm.hasTrapped() || chain.vm.height() !== getTip(chain).height) startRepair(chain)
  })
  await renewal
}

// Also through a repair that begins meanwhile, and not for ever for one that has failed: a reset mends that.
async function settleRepair(chain: Chain): Promise<void> {
  for (let repair = chain.repair; repair !== null; ) {
    await repair.catch(() => undefined)
    repair = chain.repair === repair ? null : chain.repair
  }
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
