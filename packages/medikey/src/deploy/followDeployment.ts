import { setTimeout as wait } from 'node:timers/promises'
import {
  BadNonceError,
  type ChainTransaction,
  type ContractClient,
  RateLimitedError,
  TransactionRejectedError,
} from '@medikey/contract-client'
import { isFinalBlock } from '@medikey/core'
import { BaseError } from '@medikey/errors'
import { DeployError } from './DeployError.ts'
import type { KeptDeployment } from './KeptDeployment.ts'

/** How far a deployment has come; `height` is its block's, null while it waits for one. */
export type Progress = { readonly state: 'accepted' | 'included' | 'final'; readonly height: number | null }

/** What may still end either way. */
type Doubt =
  | { readonly state: 'aborted'; readonly height: number }
  | { readonly state: 'nonce-used'; readonly height: null }

type Sight = Progress | Doubt

/**
 * Follows a deployment that was signed, until it is final or cannot become it any more. What the node does not know is
 * sent again: the same bytes, so there is never a second one. A node that does not answer is waited for.
 *
 * @param deps.say is told each stage once
 * @param options.path where the deployment is kept, for the sentences
 * @param options.isEnough says at which stage to stop
 * @throws DeployError DEPLOY_ABORTED, DEPLOY_REPLACED or DEPLOY_REFUSED
 */
export async function followDeployment(
  deps: {
    client: Pick<
      ContractClient,
      'getTransaction' | 'getTransactionAtNonce' | 'broadcast' | 'getTip' | 'getBlock'
    >
    say: (line: string) => void
  },
  options: {
    deployment: KeptDeployment
    path: string
    isEnough: (progress: Progress) => boolean
    pollIntervalMs: number
  },
): Promise<Progress> {
  const { deployment, isEnough, pollIntervalMs } = options
  let told = ''
  const tell = (line: string) => {
    if (line !== told) deps.say(line)
    told = line
  }
  for (;;) {
    let pause = pollIntervalMs
    try {
      const sight = await look(deps, options)
      if (sight !== null) {
        tell(describe(sight, deployment))
        if (sight.state !== 'aborted' && sight.state !== 'nonce-used' && isEnough(sight)) return sight
      }
    } catch (error) {
      if (error instanceof TransactionRejectedError && !error.retryable) throw refused(error, options)
      if (!(error instanceof BaseError && error.retryable)) throw error
      if (error instanceof RateLimitedError) pause = Math.max(pause, error.retryAfterMs)
      tell(`The node does not answer as it should: ${error.shortMessage} Waiting for it.`)
    }
    await wait(pause)
  }
}

async function look(
  { client }: Parameters<typeof followDeployment>[0],
  { deployment, path }: { deployment: KeptDeployment; path: string },
): Promise<Sight | null> {
  const transaction = await client.getTransaction(deployment)
  if (transaction === null || isDropped(transaction, path)) {
    try {
      await client.broadcast(deployment)
      return null
    } catch (error) {
      if (!(error instanceof BadNonceError)) throw error
      if (await isNonceGone(client, { deployment })) throw error
      return { state: 'nonce-used', height: null }
    }
  }
  const { block, status } = transaction
  if (block === null) return { state: 'accepted', height: null }
  const isFinal = await isFinalBlock({ ledger: client }, { height: block.height })
  // A reorg could still mine it again, with another end.
  if (status !== 'success' && !isFinal) return { state: 'aborted', height: block.height }
  if (status !== 'success') {
    const said = transaction.vmError === null ? '' : ` The VM said: ${transaction.vmError}`
    throw new DeployError({
      code: 'DEPLOY_ABORTED',
      shortMessage: `The deployment ${deployment.txid} was mined in block ${block.height} and aborted (${status}); its fee is spent.${said}\nIt is kept in ${path}: remove that file before you try again.`,
    })
  }
  return { state: isFinal ? 'final' : 'included', height: block.height }
}

/**
 * An API that lags behind its node hides a transaction that is already mined: the nonce is gone only once another
 * transaction holds it for good.
 */
async function isNonceGone(
  client: Parameters<typeof followDeployment>[0]['client'],
  { deployment }: { deployment: KeptDeployment },
): Promise<boolean> {
  const [principal = ''] = deployment.contract.split('.')
  const holder = await client.getTransactionAtNonce({ principal, nonce: deployment.nonce })
  if (holder === null || holder.txid === deployment.txid || holder.block === null) return false
  return isFinalBlock({ ledger: client }, { height: holder.block.height })
}

/** A transaction that left the mempool unmined can be sent again, unless another took its nonce. */
function isDropped({ status, replacedBy, txid }: ChainTransaction, path: string): boolean {
  if (!status.startsWith('dropped_')) return false
  if (status !== 'dropped_replace_by_fee') return true
  throw new DeployError({
    code: 'DEPLOY_REPLACED',
    shortMessage: `The deployment ${txid} was replaced by ${replacedBy ?? 'another transaction'} with a higher fee. Once that one is final, remove ${path} and run this again.`,
  })
}

function refused(
  error: TransactionRejectedError,
  options: { path: string; deployment: KeptDeployment },
): DeployError {
  const { path, deployment } = options
  const why =
    error instanceof BadNonceError
      ? `Another transaction of the deployer has used nonce ${deployment.nonce} for good. Look it up in a block explorer, then`
      : `${error.shortMessage} (${error.reason}) When what is wrong is mended,`
  return new DeployError({
    code: 'DEPLOY_REFUSED',
    shortMessage: `The node refuses the deployment ${deployment.txid}. ${why} remove ${path} and run this again.`,
    cause: error,
  })
}

function describe({ state, height }: Sight, { txid }: KeptDeployment): string {
  if (state === 'accepted') return `Accepted: ${txid} waits to be mined.`
  if (state === 'nonce-used')
    return `The node says that the nonce of ${txid} is used, and the API does not show yet by what.`
  if (state === 'aborted') return `Mined in block ${height} and aborted; waiting until that is final.`
  if (state === 'included') return `Included in block ${height}; waiting until it is two tenures deep.`
  return `Final: block ${height} is two tenures deep.`
}
