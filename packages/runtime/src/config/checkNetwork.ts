import type { NetworkName } from './Config.ts'
import type { Problems } from './Problems.ts'

/**
 * Reports what does not fit the network: a public chain without a node to reach it, without a contract,
 * and addresses that belong to another network.
 *
 * @param options.raw The file before any check; entries of a wrong shape are passed over here.
 * @param options.hasNode True where STACKS_API_URL is set, even if malformed.
 * @example
 * checkNetwork({ problems }, { raw: { network: 'mainnet' }, hasNode: false })
 */
export function checkNetwork(
  deps: { problems: Problems },
  options: {
    raw: Readonly<Record<string, unknown>>
    hasNode: boolean
    checkPrincipal?: ((options: { value: string; network: NetworkName }) => string | null) | undefined
  },
): void {
  const { raw, hasNode, checkPrincipal } = options
  const network = raw.network ?? 'devnet'
  if (network !== 'mainnet' && network !== 'testnet' && network !== 'devnet') return
  if (network !== 'devnet') {
    if (!hasNode)
      deps.problems.add(`STACKS_API_URL is missing: network ${network} needs the address of a Stacks API.`)
    if (raw.contract == null)
      deps.problems.add(
        `contract is missing: network ${network} needs ADDRESS.medvault of the deployed contract.`,
      )
  }
  for (const [where, value] of addresses(raw)) {
    const problem = checkPrincipal?.({ value, network }) ?? null
    if (problem !== null) deps.problems.add(`${where}: ${problem}`)
  }
}

function* addresses(raw: Readonly<Record<string, unknown>>): Generator<[where: string, value: string]> {
  const shaped = (value: unknown): value is string =>
    typeof value === 'string' && /^S[0-9A-Z]{26,41}$/.test(value)
  const address = typeof raw.contract === 'string' ? raw.contract.split('.')[0] : undefined
  if (shaped(address)) yield ['contract', address]
  for (const [index, entry] of list(raw.identities).entries()) {
    const principal =
      typeof entry === 'object' && entry !== null && 'principal' in entry ? entry.principal : null
    if (shaped(principal)) yield [`identities[${index}].principal`, principal]
  }
  for (const [index, value] of list(raw.auditors).entries())
    if (shaped(value)) yield [`auditors[${index}]`, value]
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
