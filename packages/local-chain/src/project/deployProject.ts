import { type ClarityVersion, makeContractDeploy } from '@stacks/transactions'
import type { Chain } from '../chain/Chain.ts'
import { getAccount } from '../chain/getAccount.ts'
import { ContractChangedError } from '../errors/ContractChangedError.ts'
import { DeployFailedError } from '../errors/DeployFailedError.ts'
import { submitTransaction } from '../mempool/submitTransaction.ts'
import { mineNext } from '../mining/mineNext.ts'
import type { Account } from './Account.ts'
import { locateError } from './locateError.ts'
import type { Project } from './Project.ts'
import type { ProjectContract } from './ProjectContract.ts'

/** A deployment is larger than what is measured to price it by the signature's few bytes; this covers them. */
const deploymentOverhead = 400n

/**
 * Deploys the project's contracts that are not on the chain yet, each by a signed transaction of its
 * deployer in a block of its own.
 *
 * @throws ContractChangedError when a deployed contract has another source now.
 * @throws DeployFailedError when the VM refuses one.
 */
export async function deployProject(
  chain: Chain,
  { project, dataDir }: { project: Project; dataDir: string | null },
): Promise<void> {
  for (const contract of project.contracts) {
    const { contractId } = contract
    const orphaned = findOrphaned(chain, contractId)
    if (orphaned === contract.source) continue
    if (orphaned !== null) throw new ContractChangedError({ contractId, dataDir: dataDir ?? 'memory' })
    // A deployment may have been accepted and not mined when the process was killed.
    await mineUntil(chain, () => chain.index.contracts.has(contractId))
    const deployed = chain.index.contracts.get(contractId)
    if (deployed === undefined) await deploy(chain, { contract, project })
    else if (deployed.source !== contract.source) {
      throw new ContractChangedError({ contractId, dataDir: dataDir ?? 'memory' })
    }
  }
}

/** The source of a deployment that a reorg took back and that is not mined again yet: it stays as it was left. */
function findOrphaned({ fork, mempool }: Chain, contractId: string): string | null {
  if (fork === 0) return null
  for (const { transaction } of mempool.list()) {
    const { payload } = transaction
    if (payload.type === 'smart_contract' && payload.contractId === contractId) return payload.source
  }
  return null
}

async function deploy(
  chain: Chain,
  { contract, project }: { contract: ProjectContract; project: Project },
): Promise<void> {
  const { contractId, name, source, clarityVersion } = contract
  const account = project.accounts.find((candidate) => candidate.name === contract.deployer)
  if (account === undefined)
    throw new DeployFailedError({ contractId, problem: 'its deployer is no account' })
  const transaction = await makeContractDeploy({
    contractName: name,
    codeBody: source,
    // Null, which the declared type has no word for, makes an unversioned deployment.
    clarityVersion: clarityVersion as ClarityVersion,
    senderKey: account.privateKey,
    fee:
      (BigInt(Buffer.byteLength(source)) + deploymentOverhead) * project.deploymentFeeRate +
      markOf(chain.genesis.salt),
    nonce: getAccount(chain, { principal: account.address }).nonce,
    network: 'devnet',
    postConditionMode: 'allow',
  })
  const submission = submitTransaction(chain, { bytes: transaction.serializeBytes() })
  if (!submission.accepted) {
    throw new DeployFailedError({
      contractId,
      problem: describeRefusal(submission.rejection.reason, account),
    })
  }
  await mineUntil(chain, () => chain.index.mined.has(submission.txid))
  const mined = chain.index.mined.get(submission.txid)
  if (mined?.status === 'success') return
  const problem = mined?.execution.vmError ?? 'the transaction was dropped.'
  const place = await locateError({ manifestPath: project.manifestPath, problem })
  throw new DeployFailedError({ contractId, problem, place })
}

function describeRefusal(reason: string, { name, balance }: Account): string {
  return reason === 'NotEnoughFunds'
    ? `${name} cannot pay for it with ${balance} µSTX, give the account a balance in settings/Devnet.toml.`
    : `the chain refused it (${reason}).`
}

/**
 * Less than 65,536 µSTX on top of the fee, others on every chain. The same contract deployed by the same account would have the
 * same txid on a fresh chain, and who remembers a chain by that would take one for the other.
 */
function markOf(salt: string): bigint {
  return BigInt(`0x${salt.slice(0, 4)}`)
}

async function mineUntil(chain: Chain, isDone: () => boolean): Promise<void> {
  while (!isDone()) {
    if (chain.repair !== null) await chain.repair
    else if (mineNext(chain) === null && chain.repair === null) return
  }
}
