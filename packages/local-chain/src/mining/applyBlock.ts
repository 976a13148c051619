import type { Block } from '../chain/Block.ts'
import type { Chain } from '../chain/Chain.ts'
import type { DeployedContract } from '../chain/DeployedContract.ts'
import { getTip } from '../chain/getTip.ts'
import { indexBlock } from '../chain/indexBlock.ts'
import { makeBlock } from '../chain/makeBlock.ts'
import { startRepair } from '../chain/startRepair.ts'
import type { MinedTransaction, PendingTransaction } from '../chain/TransactionRecord.ts'
import { JournalWriteError } from '../errors/JournalWriteError.ts'
import { compactTransaction } from '../transactions/compactTransaction.ts'
import { zeroCost } from '../vm/parseCost.ts'
import { executeTransaction } from './executeTransaction.ts'
import { judgeExecution } from './judgeExecution.ts'
import type { Verdict } from './Verdict.ts'

/** What stands in for the end of a transaction that is not run because its block will be orphaned. */
const notRun: Verdict = {
  status: 'abort_by_response',
  result: '0x0809',
  vmError: 'Orphaned.',
  cost: zeroCost,
}

/**
 * Makes the next block, runs what it carries and enters it everywhere. Mining and replaying both come
 * through here: with the same arguments in the same order they make the same chain.
 *
 * @param time Unix seconds.
 * @param tenure True to begin a tenure; such a block carries no transaction.
 * @param verdict How the transaction ended, where the journal knows; it is not run then.
 * @param orphaned True when the journal knows that a reorg takes the block back: the VM then never hears of it.
 */
export function applyBlock(
  chain: Chain,
  {
    time,
    tenure,
    pending,
    verdict: known,
    orphaned = false,
  }: {
    time: number
    tenure: boolean
    pending: PendingTransaction | null
    verdict?: Verdict | undefined
    orphaned?: boolean
  },
): Block {
  const { genesis, fork, index, mempool, vm } = chain
  const verdict = orphaned ? notRun : known
  const parent = getTip(chain)
  if (pending === null || verdict !== undefined) {
    // A VM that is being made again gets its empty blocks then.
    if (chain.repair === null && !orphaned) {
      if (tenure) vm.mineTenure()
      else vm.mineEmptyBlock()
    }
  }
  if (pending === null) {
    const block = makeBlock({ genesis, fork, parent, time, txid: null, tenure })
    indexBlock(index, { block, mined: null, deployed: null })
    return block
  }
  const { execution, status, undone } =
    verdict === undefined ? run(chain, pending) : { ...toExecuted(verdict), undone: true }
  const { txid } = pending.transaction
  const block = makeBlock({ genesis, fork, parent, time, txid, tenure, cost: execution.cost })
  const transaction = compactTransaction(pending.transaction)
  const mined: MinedTransaction = { ...pending, transaction, block, execution, status, undone }
  indexBlock(index, { block, mined, deployed: findDeployed(chain, mined) })
  mempool.remove(txid)
  if (undone && verdict === undefined) startRepair(chain)
  return block
}

function run(
  chain: Chain,
  { transaction }: PendingTransaction,
): Pick<MinedTransaction, 'execution' | 'status' | 'undone'> {
  const execution = executeTransaction(chain, { transaction })
  const verdict = judgeExecution({ transaction, execution })
  if (verdict === null) {
    const status = execution.outcome === 'success' ? 'success' : 'abort_by_response'
    return { execution, status, undone: false }
  }
  keepVerdict(chain, { txid: transaction.txid, verdict })
  return { ...toExecuted(verdict), undone: true }
}

// It only spares a replay the running and undoing: that it could not be written changes nothing else.
function keepVerdict({ journal, fork }: Chain, { txid, verdict }: { txid: string; verdict: Verdict }): void {
  try {
    journal.append({ type: 'verdict', txid, fork, verdict })
  } catch (error) {
    if (!(error instanceof JournalWriteError)) throw error
  }
}

function toExecuted({
  status,
  result,
  vmError,
  cost,
}: Verdict): Pick<MinedTransaction, 'execution' | 'status'> {
  return { status, execution: { outcome: 'abort', result, vmError, cost, events: [] } }
}

function findDeployed({ vm }: Pick<Chain, 'vm'>, mined: MinedTransaction): DeployedContract | null {
  const { payload, txid } = mined.transaction
  if (payload.type !== 'smart_contract' || mined.status !== 'success') return null
  const abi = vm.getInterface(payload.contractId)
  if (abi === null) return null
  const { contractId, source, clarityVersion } = payload
  return { contractId, txid, height: mined.block.height, source, clarityVersion, abi }
}
