import type { ContractClient } from '@medikey/contract-client'
import type { BaseError } from '@medikey/errors'
import type { Config } from '@medikey/runtime'
import { createFetch } from './createFetch.ts'
import { isLocalChain } from './isLocalChain.ts'
import { startChainProcess } from './startChainProcess.ts'

/** The chain that this process works on. */
export type OpenChain = {
  readonly apiUrl: string
  readonly client: ContractClient
  /** A chain of ours on loopback, with public keys. */
  readonly isLocal: boolean
  /** Resolves when a chain that this process started ends unasked. */
  readonly died: Promise<BaseError>
  close(): Promise<void>
}

const never = new Promise<never>(() => {})

/**
 * Opens the configured chain, or starts the local one.
 *
 * @param options.signal gives up: ends the start of a local chain, and breaks off what is being asked
 * @throws BaseError when the local chain cannot start
 */
export async function openChain(options: {
  config: Config
  env: Readonly<Record<string, string | undefined>>
  cwd: string
  write: (line: string) => void
  signal: AbortSignal
}): Promise<OpenChain> {
  const { config } = options
  const contractClient = import('@medikey/contract-client')
  const own = config.stacksApiUrl === null ? await startChainProcess(options) : null
  const apiUrl = own?.url ?? config.stacksApiUrl ?? ''
  // Loaded while the child loads its VM.
  const { createContractClient } = await contractClient
  const client = createContractClient({
    apiUrl,
    ...(config.stacksApiKey === null ? {} : { apiKey: config.stacksApiKey.reveal() }),
    network: config.network,
    contract: config.contract,
    fetch: createFetch(options),
  })
  return {
    apiUrl,
    client,
    isLocal: config.network === 'devnet' && (await isLocalChain(apiUrl)),
    died: own?.died ?? never,
    close: async () => own?.close(),
  }
}
