import { createClient } from '@stacks/blockchain-api-client'
import { createNetwork } from '@stacks/network'
import type { ClientContext } from './ClientContext.ts'
import { InvalidArgumentError } from './errors/InvalidArgumentError.ts'
import { createTransport } from './http/createTransport.ts'
import { parsePrincipal } from './principals/parsePrincipal.ts'
import { toStacksNetwork } from './principals/toStacksNetwork.ts'
import type { ContractClientOptions } from './types/ContractClientOptions.ts'
import type { FeeBounds } from './types/FeeBounds.ts'

const standardTimeoutMs = 15_000
const standardFee: FeeBounds = { min: 300n, max: 500_000n }
const standardFallback = 3_000n

/** Checks the client's options and makes ready what every action needs. */
export function createContext(options: ContractClientOptions): ClientContext {
  const { network, apiKey, timeoutMs = standardTimeoutMs } = options
  const apiUrl = parseApiUrl(options.apiUrl)
  const contract = parsePrincipal({ value: options.contract, network, argument: 'contract' })
  const [contractAddress = '', contractName] = contract.split('.')
  if (contractName === undefined) {
    throw new InvalidArgumentError({
      argument: 'contract',
      problem: `contract must name the contract: ${contract}.medvault.`,
    })
  }
  if (!Number.isInteger(timeoutMs) || timeoutMs < 1 || timeoutMs > 600_000) {
    throw new InvalidArgumentError({ argument: 'timeoutMs', problem: 'timeoutMs must be from 1 to 600000.' })
  }
  const transport = createTransport({
    timeoutMs,
    fetch: options.fetch ?? globalThis.fetch,
    ...(apiKey === undefined ? {} : { apiKey }),
  })
  return {
    network,
    stacksNetwork: createNetwork({
      network: toStacksNetwork(network),
      client: { baseUrl: apiUrl, fetch: transport },
    }),
    contract,
    contractAddress,
    contractName,
    apiUrl,
    fee: parseFeeBounds(options.fee ?? standardFee),
    fetch: transport,
    api: createClient({ baseUrl: apiUrl, fetch: transport }),
  }
}

function parseApiUrl(value: string): string {
  const url = URL.parse(value)
  const isPlain =
    url !== null && url.username === '' && url.password === '' && url.search === '' && url.hash === ''
  if (isPlain && (url.protocol === 'http:' || url.protocol === 'https:')) return url.href.replace(/\/+$/, '')
  // Not repeated: somebody may have put a key into it.
  throw new InvalidArgumentError({
    argument: 'apiUrl',
    problem:
      'apiUrl must be an http or https URL without a user, a query or a fragment, such as http://127.0.0.1:3999.',
  })
}

function parseFeeBounds(fee: FeeBounds): Required<FeeBounds> {
  const { min, max } = fee
  const clamped = standardFallback < min ? min : standardFallback > max ? max : standardFallback
  const fallback = fee.fallback ?? clamped
  if (min >= 0n && min <= fallback && fallback <= max) return { min, max, fallback }
  throw new InvalidArgumentError({
    argument: 'fee',
    problem: `fee must be ordered 0 ≤ min ≤ fallback ≤ max; it is ${min}, ${fallback}, ${max}.`,
  })
}
