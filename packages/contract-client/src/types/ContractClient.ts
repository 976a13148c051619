import type { ContractError } from '../errors/contract/ContractError.ts'
import type { AccessPrivilege } from './AccessPrivilege.ts'
import type { Block } from './Block.ts'
import type { ChainTip } from './ChainTip.ts'
import type { ChainTransaction } from './ChainTransaction.ts'
import type { ContractCall } from './ContractCall.ts'
import type { ContractEventPage } from './ContractEventPage.ts'
import type { ContractTransactionPage, RefusedCall } from './ContractTransaction.ts'
import type { DeployedContract } from './DeployedContract.ts'
import type { Deployment } from './Deployment.ts'
import type { MedicalRecord } from './MedicalRecord.ts'
import type { Network } from './Network.ts'
import type { Nonces } from './Nonces.ts'
import type { PhysicianStats } from './PhysicianStats.ts'
import type { PreparedTransaction } from './PreparedTransaction.ts'
import type { Signer } from './Signer.ts'

/**
 * The medvault contract and what a caller needs of its chain. Plain values go in and come out: bigint for
 * uints, strings for principals.
 *
 * Every method throws `NodeUnreachableError` or `RateLimitedError` (both retryable) when the API does not
 * answer, `UnexpectedAnswerError` when it answers something else than it should, and `InvalidArgumentError`
 * before anything is sent when an argument cannot be right.
 */
export type ContractClient = {
  readonly network: Network
  /** The contract's principal. */
  readonly contract: string

  /** A record's terms, or null when there is no such record. */
  getMedicalRecord(o: { recordId: bigint }): Promise<MedicalRecord | null>
  /** Records in the order asked, null where an id is unknown. Any number: they are read 25 at a time. */
  getMedicalRecords(o: { recordIds: readonly bigint[] }): Promise<(MedicalRecord | null)[]>
  getPhysicianStats(o: { physician: string }): Promise<PhysicianStats>
  /** How many records there are, which is also the newest record's id. */
  getTotalRecords(): Promise<bigint>
  isSystemMaintenance(): Promise<boolean>
  /** Null when the staff member holds no privilege on the record. */
  getAccessPrivilege(o: { recordId: bigint; medicalStaff: string }): Promise<AccessPrivilege | null>
  /** What the staff member has drawn from the record under the present grant. */
  getStaffUsage(o: { recordId: bigint; medicalStaff: string }): Promise<bigint>
  isChiefMedicalOfficer(o: { user: string }): Promise<boolean>
  getChiefMedicalOfficer(): Promise<string>
  /** What `accessMedicalData` would answer to that caller now; null is yes. */
  checkMedicalAccess(o: {
    recordId: bigint
    medicalStaff: string
    accessVolume: bigint
  }): Promise<ContractError | null>
  /**
   * What the contract would answer to this call by this sender now; null is yes. Computed from reads in the
   * contract's own order of checks. A forecast, not a promise: the chain decides when the call is mined.
   *
   * @param o.ignoreMaintenance - Answer as if the system were not in maintenance. Default false.
   */
  predict(o: {
    sender: string
    call: ContractCall
    ignoreMaintenance?: boolean
  }): Promise<ContractError | null>

  /**
   * Builds and signs a call: deny mode, explicit fee. Nothing is sent but the question for a fee estimate,
   * and that only to the configured node.
   *
   * @param o.nonce - The signer's nonce to use.
   * @param o.fee - µSTX; without it the node's estimate within the client's bounds.
   * @throws SignerError when the signer fails or signs with another key than its own.
   */
  prepare(o: {
    call: ContractCall
    signer: Signer
    nonce: bigint
    fee?: bigint
  }): Promise<PreparedTransaction>
  /**
   * Sends the bytes. Resolves when the node accepted them or has them already. Sending again is safe.
   *
   * @throws a subclass of TransactionRejectedError when the node refused; AmbiguousBroadcastError when
   * nobody knows whether it accepted; RateLimitedError when it did not look at them.
   */
  broadcast(o: { txid: string; bytes: string }): Promise<{ txid: string }>
  /** Null when the node does not know the transaction. */
  getTransaction(o: { txid: string }): Promise<ChainTransaction | null>
  /** The mined transaction that used this nonce, or null when the API knows of none. */
  getTransactionAtNonce(o: { principal: string; nonce: bigint }): Promise<ChainTransaction | null>
  /**
   * Waits until the transaction is mined or dropped, through gaps in the node's answers. Without a signal
   * it waits for good.
   *
   * @param o.pollIntervalMs - Milliseconds between two looks. Default 2000.
   */
  waitForTransaction(o: {
    txid: string
    signal?: AbortSignal
    pollIntervalMs?: number
  }): Promise<ChainTransaction>
  getNonces(o: { principal: string }): Promise<Nonces>

  /**
   * A page of the contract's events, newest first.
   *
   * @param o.cursor - A cursor of an earlier page. Without it the newest page.
   * @param o.limit - 1 to 100. Default 100.
   * @param o.offset - How many to leave out, counted from the cursor: at most 1000. Default 0.
   * @throws CursorNotFoundError when neither the event that the cursor names nor an older one is left.
   */
  getContractEvents(o?: { cursor?: string; limit?: number; offset?: number }): Promise<ContractEventPage>
  /**
   * A page of the mined transactions that name the contract, refused ones too, newest first. A call that reached the
   * contract through another one is none of them.
   *
   * @param o.cursor - A cursor of an earlier page, or `height:0:0`: what stands at or below that block. Without it the
   * newest page.
   * @param o.limit - 1 to 50. Default 50.
   */
  getContractTransactions(o?: { cursor?: string; limit?: number }): Promise<ContractTransactionPage>
  /** What a call was about that the contract refused; null when the transaction is none such. */
  getRefusedCall(o: { txid: string }): Promise<RefusedCall | null>
  /** A canonical block, or null when there is none at that height or of that hash. */
  getBlock(o: { height: number } | { hash: string }): Promise<Block | null>
  getTip(): Promise<ChainTip>
  /** Null when the contract is not deployed. */
  getDeployment(): Promise<Deployment | null>
  /** What is deployed under the contract's name, and whether it is medvault. Null when nothing is. */
  getDeployedContract(): Promise<DeployedContract | null>
  /**
   * What deploying medvault costs: the fee in µSTX, the node's estimate within the client's bounds, and the length in
   * bytes, of which nodes ask 1 µSTX each.
   */
  estimateDeployment(o: { publicKey: string }): Promise<{ fee: bigint; length: number }>
  /**
   * Builds and signs the transaction that deploys medvault under the contract's name, from the source that this client
   * was generated from. Whoever signs it is the Chief Medical Officer, for good. Nothing is sent.
   *
   * @param o.signer - The account of the contract's principal; another's is refused.
   * @param o.fee - µSTX; without it the node's estimate within the client's bounds.
   */
  prepareDeployment(o: { signer: Signer; nonce: bigint; fee?: bigint }): Promise<PreparedTransaction>
  /**
   * Whether the node is on the client's network. `testnet` and `devnet` have the same number: nothing that a node says
   * of itself tells them apart.
   */
  isOfNetwork(): Promise<boolean>
  /** µSTX. */
  getBalance(o: { principal: string }): Promise<bigint>
}
