import { createContractClient } from '@medikey/contract-client'
import type { Config } from '@medikey/runtime'
import { isLocalChain } from '../compose/isLocalChain.ts'
import type { Check } from './Check.ts'
import { checkPort } from './checkPort.ts'
import { toFailedCheck } from './toFailedCheck.ts'

const NAME = 'chain'
const TIMEOUT_MS = 5_000

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
    const [tip, isOfNetwork] = await Promise.all([client.getTip(), client.isOfNetwork()])
    if (!isOfNetwork) {
      const detail = `${apiUrl} is a node of another network, not of ${config.network}. Correct STACKS_API_URL, or network in medikey.yaml.`
      return { checks: [{ name: NAME, ok: false, detail }], chiefMedicalOfficer: null, isLocal }
    }
    const reached: Check = {
      name: NAME,
      ok: true,
      detail: `${apiUrl} answers: ${config.network}, block ${tip.blockHeight}.`,
    }
    const deployment = await client.getDeployment()
    if (deployment === null) {
      const detail = `${config.contract} is not deployed there. Correct contract in medikey.yaml, or deploy it with "medikey deploy".`
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
