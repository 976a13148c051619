import { executeTransaction } from '../mining/executeTransaction.ts'
import { createVm } from '../vm/createVm.ts'
import type { Vm } from '../vm/Vm.ts'
import type { Chain } from './Chain.ts'
import type { Genesis } from './Genesis.ts'

/**
 * Begins to make the VM again from the chain's blocks, without what was undone. Until `chain.repair` is
 * settled no transaction is mined and no request is served; blocks without transactions may be mined.
 */
export function startRepair(chain: Chain): void {
  chain.repair ??= repair(chain)
  // Whoever waits for it hears of a failure; that nobody waits is no reason to end the process.
  chain.repair.catch(() => undefined)
}

async function repair(chain: Chain): Promise<void> {
  const vm = await createFundedVm(chain)
  // From here to the end nothing else runs, so that what was mined or orphaned until now is all there is.
  const { blocks, mined } = chain.index
  for (const [i, block] of blocks.entries()) {
    const parent = blocks[i - 1]
    if (parent === undefined) continue
    const record = block.txid === null ? undefined : mined.get(block.txid)
    if (record !== undefined && !record.undone) executeTransaction({ vm }, record)
    else if (block.tenureHeight > parent.tenureHeight) vm.mineTenure()
    else vm.mineEmptyBlock()
  }
  chain.vm.free()
  chain.vm = vm
  chain.repair = null
}

/** Makes a VM as it is at the genesis: the accounts' balances, and nothing else. */
export async function createFundedVm({
  genesis,
  trackCosts,
}: {
  genesis: Genesis
  trackCosts: boolean
}): Promise<Vm> {
  const vm = await createVm({ genesisTime: genesis.time, trackCosts })
  fundAccounts(vm, { genesis })
  return vm
}

/** Gives the accounts of the genesis their balances in an empty VM. */
export function fundAccounts(vm: Vm, { genesis }: { genesis: Genesis }): void {
  for (const { address, balance } of genesis.balances) vm.mint({ recipient: address, amount: balance })
}
