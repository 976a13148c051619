import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { answerUnchanged } from './answerUnchanged.ts'
import { getBalances } from './getBalances.ts'
import { getBalancesV3 } from './getBalancesV3.ts'
import { getBlock } from './getBlock.ts'
import { getBlockTimes } from './getBlockTimes.ts'
import { getContract } from './getContract.ts'
import { getContractEvents } from './getContractEvents.ts'
import { getContractLogs } from './getContractLogs.ts'
import { getContractStatus } from './getContractStatus.ts'
import { getNoncesV1 } from './getNoncesV1.ts'
import { getNoncesV3 } from './getNoncesV3.ts'
import { getStatus } from './getStatus.ts'
import { getTransactionEventsV3 } from './getTransactionEventsV3.ts'
import { getTransactionV1 } from './getTransactionV1.ts'
import { getTransactionV3 } from './getTransactionV3.ts'
import { listAddressTransactions } from './listAddressTransactions.ts'
import { listBlocks } from './listBlocks.ts'
import { listBlockTransactions } from './listBlockTransactions.ts'
import { listBurnBlocks } from './listBurnBlocks.ts'
import { listMempool } from './listMempool.ts'
import { listPrincipalTransactions } from './listPrincipalTransactions.ts'
import { listTransactionsV1 } from './listTransactionsV1.ts'
import { listTransactionsV3 } from './listTransactionsV3.ts'
import { postFaucet } from './postFaucet.ts'

/** The routes of the Stacks blockchain API (`/extended/…`). */
export function addExtendedRoutes(app: App, deps: RouteDeps): void {
  app.use('/extended/*', answerUnchanged(deps.chain))
  getStatus(app, deps)
  getBlockTimes(app)
  listMempool(app, deps)
  listTransactionsV3(app, deps)
  getTransactionV3(app, deps)
  getTransactionEventsV3(app, deps)
  // Before the transaction itself, whose path any word would match.
  listTransactionsV1(app, deps)
  getTransactionV1(app, deps)
  getNoncesV3(app, deps)
  getNoncesV1(app, deps)
  getContractLogs(app, deps)
  getContractEvents(app, deps)
  getContractStatus(app, deps)
  getContract(app, deps)
  listBlocks(app, deps)
  getBlock(app, deps)
  listBlockTransactions(app, deps)
  listBurnBlocks(app, deps)
  listAddressTransactions(app, deps)
  postFaucet(app, deps)
  listPrincipalTransactions(app, deps)
  getBalances(app, deps)
  getBalancesV3(app, deps)
}
