import type { Block } from '../chain/Block.ts'
import type { Chain } from '../chain/Chain.ts'
import type { DeployedContract } from '../chain/DeployedContract.ts'
import { getTip } from '../chain/getTip.ts'
import { indexBlock } from '../chain/indexBlock.ts'
import { makeBlock } from '../chain/makeBlock.ts'
import type { MinedTransaction, PendingTransaction } from '../chain/TransactionRecord.ts'
import { executeTransaction } from './executeTransaction.ts'

/**
 * Makes the next block, runs what it carries and enters it everywhere. Mining and replaying both come
 * through here: with the same arguments in the same order they make the same chain.
 *
 * @param time Unix seconds.
 * @param tenure True to begin a tenure; such a block carries no transaction.
 */
export function applyBlock(
  chain: Pick<Chain, 'genesis' | 'index' | 'mempool' | 'vm'>,
  { time, tenure, pending }: { time: number; tenure: boolean; pending: PendingTransaction | null },
): Block {
  const { genesis, index, mempool, vm } = chain
  const parent = getTip(chain)
  if (pending === null) {
    if (tenure) vm.mineTenure()
    else vm.mineEmptyBlock()
    const block = makeBlock({ genesis, parent, time, txid: null, tenure })
    indexBlock(index, { block, mined: null, deployed: null })
    return block
  }
  const { transaction } = pending
  const execution = executeTransaction({ vm }, { transaction })
  const { cost, outcome } = execution
  const block = makeBlock({ genesis, parent, time, txid: transaction.txid, tenure, cost })
  const status = outcome === 'success' ? 'success' : 'abort_by_response'
  const mined: MinedTransaction = { ...pending, block, execution, status }
  indexBlock(index, { block, mined, deployed: findDeployed(chain, mined) })
  mempool.remove(transaction.txid)
  return block
}

function findDeployed({ vm }: Pick<Chain, 'vm'>, mined: MinedTransaction): DeployedContract | null {
  const { payload, txid } = mined.transaction
  if (payload.type !== 'smart_contract' || mined.status !== 'success') return null
  const abi = vm.getInterface(payload.contractId)
  if (abi === null) return null
  const { contractId, source, clarityVersion } = payload
  return { contractId, txid, height: mined.block.height, source, clarityVersion, abi }
}
