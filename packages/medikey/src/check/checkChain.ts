import { createContractClient } from '@medikey/contract-client'
import { BaseError } from '@medikey/errors'
import type { Config } from '@medikey/runtime'
import { z } from 'zod'
import { isLocalChain } from '../compose/isLocalChain.ts'
import type { Check } from './Check.ts'
import { checkPort } from './checkPort.ts'
import { toFailedCheck } from './toFailedCheck.ts'

const NAME = 'chain'
const TIMEOUT_MS = 5_000
/** What a node calls the chain it is on; devnets use testnet's number. */
const NETWORK_IDS: Record<Config['network'], number> = {
  mainnet: 1,
  testnet: 0x80000000,
  devnet: 0x80000000,
}
const nodeInfo = z.object({ network_id: z.number() })

/** What the check of the chain found out, for the checks that follow from it. */
export type ChainFacts = {
  readonly checks: readonly Check[]
  /** Null where the contract could not be asked. */
  readonly chiefMedicalOfficer: string | null
  /** Where the demo's public keys may sign. */
  readonly isLocal: boolean
}

/** Asks the chain for its tip, its network and the contract. Without STACKS_API_URL the local chain is meant. */
export async function checkChain(config: Config): Promise<ChainFacts> {
  const apiUrl = config.stacksApiUrl ?? `http://127.0.0.1:${config.chainPort}`
  const client = createContractClient({
    apiUrl,
    network: config.network,
    contract: config.contract,
    timeoutMs: TIMEOUT_MS,
    ...(config.stacksApiKey === null ? {} : { apiKey: config.stacksApiKey.reveal() }),
  })
  const isLocal = config.network === 'devnet' && (await isLocalChain(apiUrl))
  if (config.stacksApiUrl === null && !isLocal) {
    const detail = 'STACKS_API_URL names none, and the local chain is not running: medikey start starts one.'
    const port = await checkPort({
      name: 'chain port',
      setting: 'MEDIKEY_CHAIN_PORT',
      host: '127.0.0.1',
      port: config.chainPort,
      running: null,
    })
    // Who deploys the contract stays the Chief Medical Officer, and the contract's name begins with them.
    const [chiefMedicalOfficer = null] = config.contract.split('.')
    return {
      checks: [{ name: NAME, ok: true, isNeutral: true, detail }, port],
      chiefMedicalOfficer,
      isLocal: true,
    }
  }
  try {
    const [tip, networkId] = await Promise.all([client.getTip(), readNetworkId({ config, apiUrl })])
    if (networkId !== NETWORK_IDS[config.network]) {
      const detail = `${apiUrl} is a node of another network (network id ${networkId}), not of ${config.network}. Correct STACKS_API_URL, or network in medikey.yaml.`
      return { checks: [{ name: NAME, ok: false, detail }], chiefMedicalOfficer: null, isLocal }
    }
    const reached: Check = {
      name: NAME,
      ok: true,
      detail: `${apiUrl} answers: ${config.network}, block ${tip.blockHeight}.`,
    }
    const deployment = await client.getDeployment()
    if (deployment === null) {
      const detail = `${config.contract} is not deployed there. Correct contract in medikey.yaml, or deploy it.`
      return {
        checks: [reached, { name: 'contract', ok: false, detail }],
        chiefMedicalOfficer: null,
        isLocal,
      }
    }
    const chiefMedicalOfficer = await client.getChiefMedicalOfficer()
    const detail = `${config.contract} stands since block ${deployment.blockHeight}.`
    return { checks: [reached, { name: 'contract', ok: true, detail }], chiefMedicalOfficer, isLocal }
  } catch (error) {
    const failed = toFailedCheck(NAME, error)
    const detail = `${apiUrl}: ${failed.detail} Check STACKS_API_URL and that the node runs.`
    return { checks: [{ ...failed, detail }], chiefMedicalOfficer: null, isLocal }
  }
}

async function readNetworkId(options: { config: Config; apiUrl: string }): Promise<number> {
  const { config, apiUrl } = options
  const headers: Record<string, string> =
    config.stacksApiKey === null ? {} : { 'x-api-key': config.stacksApiKey.reveal() }
  try {
    const answer = await fetch(`${apiUrl}/v2/info`, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) })
    return nodeInfo.parse(await answer.json()).network_id
  } catch (cause) {
    const shortMessage = 'The Stacks API does not tell its network at /v2/info.'
    throw new BaseError({ code: 'NODE_INFO_UNREADABLE', shortMessage, cause })
  }
}
