import { addressToString, createAddress } from '@stacks/transactions'
import { InvalidPrincipalError } from '../errors/InvalidPrincipalError.ts'
import type { Network } from '../types/Network.ts'
import { toStacksNetwork } from './toStacksNetwork.ts'

// A contract's name as the node's Clarity takes it.
const contractName = /^[a-zA-Z][a-zA-Z0-9_-]{0,39}$/

/**
 * Checks that text is a principal of the network: its checksum, its network and, for a contract, its name.
 *
 * @param o.value - What somebody typed or configured: `ST…` or `ST….contract-name`. Spaces around it are taken off.
 * @param o.network - The network it has to belong to.
 * @param o.argument - The name that the error gives to it. Default `principal`.
 * @returns the principal.
 * @throws InvalidPrincipalError with a sentence that says what is wrong.
 *
 * @example
 * parsePrincipal({ value: 'ST1SJ3DTE5DN7X54YDH5D64R3BCB6A2AG2ZQ8YPD5', network: 'devnet' })
 */
export function parsePrincipal(o: { value: string; network: Network; argument?: string }): string {
  const fail = (problem: string) =>
    new InvalidPrincipalError({ problem, ...(o.argument === undefined ? {} : { argument: o.argument }) })
  const value = o.value.trim()
  // Text of a person goes into the sentence, so not more of it than a principal can have.
  const shown = value.length > 90 ? `${value.slice(0, 90)}…` : value
  const dot = value.indexOf('.')
  const address = dot === -1 ? value : value.slice(0, dot)
  const decoded = decode(address)
  if (decoded === null) {
    throw fail(`"${shown}" is not a Stacks principal. Copy it again as a whole; it starts with S.`)
  }
  if (dot !== -1 && !contractName.test(value.slice(dot + 1))) {
    throw fail(`"${shown}" does not name a contract. A contract is written as ADDRESS.contract-name.`)
  }
  const versions = Object.values(toStacksNetwork(o.network).addressVersion)
  if (!versions.includes(decoded)) {
    const prefix = o.network === 'mainnet' ? 'SP or SM' : 'ST or SN'
    throw fail(
      `"${shown}" is not a principal of ${o.network}. Principals of ${o.network} start with ${prefix}.`,
    )
  }
  return value
}

/** The address's version, or null when it is no address in its canonical spelling. */
function decode(address: string): number | null {
  try {
    const wire = createAddress(address)
    // The decoder takes lower case and look-alike letters too; one account must have one spelling.
    return addressToString(wire) === address ? wire.version : null
  } catch {
    return null
  }
}
