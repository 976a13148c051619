import { BaseError } from '@medikey/errors'
import type { Deps } from '../Deps.ts'
import type { ChainBinding } from '../model/ChainBinding.ts'
import type { UnitOfWork } from '../ports/Store.ts'

/**
 * Ties the store to the chain at the first start, and afterwards refuses any other: its rows would explain nothing
 * there, and its requests would be sent where nobody approved them.
 *
 * @returns the binding as stored
 * @throws BaseError CHAIN_MISMATCH for another chain, CONTRACT_NOT_DEPLOYED where the contract is not there
 * @example
 * const { installedAtHeight } = await bindChain(deps)
 */
export async function bindChain(deps: Pick<Deps, 'store' | 'ledger' | 'settings'>): Promise<ChainBinding> {
  const { network, contract } = deps.settings
  const [deployment, tip, bound] = await Promise.all([
    deps.ledger.getDeployment(),
    deps.ledger.getTip(),
    deps.store.getChainBinding(),
  ])
  if (deployment === null) {
    throw new BaseError({
      code: 'CONTRACT_NOT_DEPLOYED',
      shortMessage: `The contract ${contract} is not deployed on the configured ${network} chain.`,
      userMessage: `The contract ${contract} is not deployed on the configured ${network} chain. Check \`contract\` in medikey.yaml and STACKS_API_URL.`,
    })
  }
  const here = { network, contract, deployTxid: deployment.txid }
  if (bound === null) {
    const binding: ChainBinding = { ...here, installedAtHeight: tip.blockHeight }
    await deps.store.transaction(async (unit) => {
      await unit.setChainBinding(binding)
      await noteInstallation(unit, binding)
    })
    return binding
  }
  if (
    bound.network === here.network &&
    bound.contract === here.contract &&
    bound.deployTxid === here.deployTxid
  )
    return bound
  throw new BaseError({
    code: 'CHAIN_MISMATCH',
    shortMessage: `The store belongs to ${bound.contract} on ${bound.network} (deployed in ${bound.deployTxid}), not to ${contract} on ${network} (deployed in ${deployment.txid}).`,
    userMessage: `This store belongs to another chain: ${bound.contract} on ${bound.network}, deployed in ${bound.deployTxid}. Go back to that chain, or start with a store of its own: set another MEDIKEY_DATA_DIR or DATABASE_URL.`,
  })
}

/**
 * Who installs MediKey counts as having judged everything up to then, so that a history that is read for the first time is
 * being built until it reaches there, as one that is read again is: no monitor judges the half of it.
 */
async function noteInstallation(unit: UnitOfWork, { installedAtHeight }: ChainBinding): Promise<void> {
  const cursor = { blockHeight: installedAtHeight, txid: '', eventIndex: 0 }
  const untouched = { lookedAt: null, settings: '', looks: 1 }
  await unit.putMonitorState({ monitor: 'installation', cursor, failedCallCursor: null, ...untouched })
}
