import { type ContractClient, createContractClient } from '@medikey/contract-client'
import type { BaseError } from '@medikey/errors'
import type { Config } from '@medikey/runtime'
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
  const own = config.stacksApiUrl === null ? await startChainProcess(options) : null
  const apiUrl = own?.url ?? config.stacksApiUrl ?? ''
  const client = createContractClient({
    apiUrl,
    ...(config.stacksApiKey === null ? {} : { apiKey: config.stacksApiKey.reveal() }),
    network: config.network,
    contract: config.contract,
  })
  return {
    apiUrl,
    client,
    isLocal: config.network === 'devnet' && (await isLocalChain(apiUrl)),
    died: own?.died ?? never,
    close: async () => own?.close(),
  }
}
