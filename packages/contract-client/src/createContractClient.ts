import { broadcast } from './actions/broadcast.ts'
import { checkMedicalAccess } from './actions/checkMedicalAccess.ts'
import { estimateDeployment } from './actions/estimateDeployment.ts'
import { getAccessPrivilege } from './actions/getAccessPrivilege.ts'
import { getBalance } from './actions/getBalance.ts'
import { getBlock } from './actions/getBlock.ts'
import { getChiefMedicalOfficer } from './actions/getChiefMedicalOfficer.ts'
import { getContractEvents } from './actions/getContractEvents.ts'
import { getContractTransactions } from './actions/getContractTransactions.ts'
import { getDeployedContract } from './actions/getDeployedContract.ts'
import { getDeployment } from './actions/getDeployment.ts'
import { getMedicalRecord } from './actions/getMedicalRecord.ts'
import { getMedicalRecords } from './actions/getMedicalRecords.ts'
import { getNonces } from './actions/getNonces.ts'
import { getPhysicianStats } from './actions/getPhysicianStats.ts'
import { getRefusedCall } from './actions/getRefusedCall.ts'
import { getStaffUsage } from './actions/getStaffUsage.ts'
import { getTip } from './actions/getTip.ts'
import { getTotalRecords } from './actions/getTotalRecords.ts'
import { getTransaction } from './actions/getTransaction.ts'
import { getTransactionAtNonce } from './actions/getTransactionAtNonce.ts'
import { isChiefMedicalOfficer } from './actions/isChiefMedicalOfficer.ts'
import { isOfNetwork } from './actions/isOfNetwork.ts'
import { isSystemMaintenance } from './actions/isSystemMaintenance.ts'
import { predict } from './actions/predict.ts'
import { prepare } from './actions/prepare.ts'
import { prepareDeployment } from './actions/prepareDeployment.ts'
import { waitForTransaction } from './actions/waitForTransaction.ts'
import { createContext } from './createContext.ts'
import type { ContractClient } from './types/ContractClient.ts'
import type { ContractClientOptions } from './types/ContractClientOptions.ts'

/**
 * A client of the medvault contract. Nothing is sent before its first use.
 *
 * @throws InvalidArgumentError when an option cannot be right: the URL, the contract's principal, the bounds.
 *
 * @example
 * const client = createContractClient({
 *   apiUrl: 'http://127.0.0.1:3999',
 *   network: 'devnet',
 *   contract: 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM.medvault',
 * })
 * const record = await client.getMedicalRecord({ recordId: 1n })
 */
export function createContractClient(options: ContractClientOptions): ContractClient {
  const context = createContext(options)
  return {
    network: context.network,
    contract: context.contract,
    getMedicalRecord: (o) => getMedicalRecord(context, o),
    getMedicalRecords: (o) => getMedicalRecords(context, o),
    getPhysicianStats: (o) => getPhysicianStats(context, o),
    getTotalRecords: () => getTotalRecords(context),
    isSystemMaintenance: () => isSystemMaintenance(context),
    getAccessPrivilege: (o) => getAccessPrivilege(context, o),
    getStaffUsage: (o) => getStaffUsage(context, o),
    isChiefMedicalOfficer: (o) => isChiefMedicalOfficer(context, o),
    getChiefMedicalOfficer: () => getChiefMedicalOfficer(context),
    checkMedicalAccess: (o) => checkMedicalAccess(context, o),
    predict: (o) => predict(context, o),
    prepare: (o) => prepare(context, o),
    broadcast: (o) => broadcast(context, o),
    getTransaction: (o) => getTransaction(context, o),
    getTransactionAtNonce: (o) => getTransactionAtNonce(context, o),
    waitForTransaction: (o) => waitForTransaction(context, o),
    getNonces: (o) => getNonces(context, o),
    getContractEvents: (o) => getContractEvents(context, o),
    getContractTransactions: (o) => getContractTransactions(context, o),
    getRefusedCall: (o) => getRefusedCall(context, o),
    getBlock: (o) => getBlock(context, o),
    getTip: () => getTip(context),
    getDeployment: () => getDeployment(context),
    getDeployedContract: () => getDeployedContract(context),
    estimateDeployment: (o) => estimateDeployment(context, o),
    prepareDeployment: (o) => prepareDeployment(context, o),
    isOfNetwork: () => isOfNetwork(context),
    getBalance: (o) => getBalance(context, o),
  }
}
