import { type ContractClient, createContractClient, type Network } from '@medikey/contract-client'
import { BaseError } from '@medikey/errors'
import { loadPlaces } from '@medikey/runtime'
import type { CommandContext } from '../commands/CommandContext.ts'
import { confirmDeploy } from './confirmDeploy.ts'
import { DeployError } from './DeployError.ts'
import { describePlan } from './describePlan.ts'
import { findNode } from './findNode.ts'
import { followDeployment, type Progress } from './followDeployment.ts'
import type { KeptDeployment } from './KeptDeployment.ts'
import { makePlan } from './makePlan.ts'
import { openDeployer } from './openDeployer.ts'
import { type DeploymentFile, openDeploymentFile } from './openDeploymentFile.ts'
import { reportDeployment } from './reportDeployment.ts'
import { reportPlan } from './reportPlan.ts'
import { signAndSend } from './signAndSend.ts'
import { sourceFacts } from './sourceFacts.ts'

/** 10 STX: a typing error in the fee must not empty an account. */
const MOST_FEE = 10_000_000n
/** What Clarinet pays a byte unless it is told otherwise. */
const FALLBACK_RATE = 10n
const LOCAL_INTERVAL_MS = 200
const PUBLIC_INTERVAL_MS = 5_000

export type DeployOptions = {
  readonly network: Network
  /** The contract's name. */
  readonly name: string
  /** A name or principal of the keystore; null: the key is read, or is a local chain's public one. */
  readonly keyName: string | null
  /** Which account of a mnemonic that is read. */
  readonly index: number
  /** µSTX; null: the node's estimate. */
  readonly fee: bigint | null
  /** The contract's id, from somebody who cannot be asked. */
  readonly confirmed: string | null
  readonly dryRun: boolean
  /** False: return once the node has accepted it. */
  readonly waits: boolean
  readonly json: boolean
}

/**
 * Deploys medvault once, however often it is called: what was signed is found again and sent again, and what stands on
 * the chain is not deployed a second time. Progress goes to stderr, what was asked for to stdout.
 *
 * @throws DeployError and other BaseErrors when it is not deployed
 */
export async function runDeploy(context: CommandContext, options: DeployOptions): Promise<void> {
  const { network } = options
  const places = loadPlaces(context)
  const canAsk = context.stdin.isTTY === true
  if (!options.dryRun && options.confirmed === null && !canAsk) {
    throw new DeployError({
      code: 'DEPLOY_NOT_CONFIRMED',
      shortMessage:
        'Nobody can be asked here: look at the plan with --dry-run, then give the contract it names in --confirm.',
    })
  }
  const { apiUrl, isLocal } = await findNode(places, options)
  const deployer = await openDeployer(context, { ...options, places, isLocal })
  const client = createContractClient({
    apiUrl,
    ...(places.stacksApiKey === null ? {} : { apiKey: places.stacksApiKey.reveal() }),
    network,
    contract: `${deployer.signer.address}.${options.name}`,
    fee: { min: 0n, max: MOST_FEE, fallback: FALLBACK_RATE * BigInt(sourceFacts.bytes) },
  })
  const say = (line: string) => void context.stderr.write(`${line}\n`)
  const pollIntervalMs = isLocal ? LOCAL_INTERVAL_MS : PUBLIC_INTERVAL_MS
  const file = await openDeploymentFile({ dataDir: places.dataDir, network, contract: client.contract })
  try {
    await deploy()
  } catch (error) {
    // Who deploys is an administrator: what they can mend stands in the short message.
    if (!(error instanceof BaseError) || error.userMessage === error.shortMessage) throw error
    const help = error.retryable ? ' Check STACKS_API_URL and that the node runs.' : ''
    const shortMessage = `${apiUrl}: ${error.shortMessage}${help}`
    throw new DeployError({ code: 'DEPLOY_NODE_FAILED', shortMessage, cause: error })
  } finally {
    file.close()
  }

  async function deploy(): Promise<void> {
    await requireNetwork(client, { apiUrl })
    // A local chain that began anew has never seen what was signed for the one before it.
    const genesisHash = isLocal ? ((await client.getBlock({ height: 1 }))?.hash ?? null) : null
    const kept = await readKept(file, { genesisHash })
    const standing = await client.getDeployedContract()
    if (standing !== null && !standing.isMedvault) throw nameTaken(client.contract)
    if (standing !== null && standing.txid !== kept?.txid) {
      say('It stands already, with this very source: there is nothing to deploy.')
      reportDeployment(context, {
        client,
        txid: standing.txid,
        state: 'standing',
        height: standing.blockHeight,
        json: options.json,
      })
      return
    }
    if (options.dryRun && kept !== null) {
      say(`It was signed before as ${kept.txid}: without --dry-run it is sent again and waited for.`)
      return
    }
    const deployment = kept ?? (await begin(genesisHash))
    if (deployment === null) return
    if (kept !== null) say(`It was signed before as ${kept.txid}: going on with that.`)
    const progress = await followDeployment(
      { client, say },
      {
        deployment,
        path: file.path,
        pollIntervalMs,
        isEnough: ({ state }: Progress) => !options.waits || state === 'final',
      },
    )
    if (progress.state === 'final') await file.remove()
    reportDeployment(context, { client, txid: deployment.txid, ...progress, json: options.json })
  }

  /** Plans, asks, signs, keeps and sends. Null: only the plan was asked for. */
  async function begin(genesisHash: string | null): Promise<KeptDeployment | null> {
    const plan = await makePlan(client, { apiUrl, deployer, fee: options.fee, mostFee: MOST_FEE })
    if (options.dryRun) reportPlan(context, { plan, json: options.json })
    else say(describePlan(plan))
    if (plan.balance < plan.fee) {
      throw new DeployError({
        code: 'DEPLOY_BALANCE_TOO_LOW',
        shortMessage: `The deployer cannot pay the fee: send ${plan.fee - plan.balance} µSTX or more to ${plan.deployer}.`,
      })
    }
    if (options.dryRun) return null
    if (plan.pending > 0) {
      throw new DeployError({
        code: 'DEPLOY_PENDING',
        shortMessage: `${plan.pending} of the deployer's transactions still wait to be mined, and this deployment may be one of them, sent from elsewhere: run this again when they are mined.`,
      })
    }
    await confirmDeploy(context, { contract: client.contract, confirmed: options.confirmed })
    return signAndSend({ client, file, say }, { signer: deployer.signer, plan, genesisHash })
  }
}

async function requireNetwork(client: ContractClient, options: { apiUrl: string }): Promise<void> {
  if (await client.isOfNetwork()) return
  throw new DeployError({
    code: 'DEPLOY_NETWORK_WRONG',
    shortMessage: `${options.apiUrl} is a node of another network, not of ${client.network}: correct STACKS_API_URL or --network.`,
  })
}

async function readKept(
  file: DeploymentFile,
  { genesisHash }: { genesisHash: string | null },
): Promise<KeptDeployment | null> {
  const kept = await file.read()
  if (kept !== null && kept.genesisHash !== genesisHash) {
    await file.remove()
    return null
  }
  if (kept === null || kept.sourceSha256 === sourceFacts.sha256) return kept
  throw new DeployError({
    code: 'DEPLOY_FILE_UNUSABLE',
    shortMessage: `${file.path} holds a deployment of another version of the contract, ${kept.txid}: finish it with the MediKey that signed it, or remove the file once another transaction has used nonce ${kept.nonce}.`,
  })
}

const nameTaken = (contract: string) =>
  new DeployError({
    code: 'DEPLOY_NAME_TAKEN',
    shortMessage: `${contract} stands already, with another source, and no contract can be changed: choose another --name.`,
  })
