import { Cl, type ClarityValue } from '@stacks/transactions'
import { InvalidArgumentError } from '../errors/InvalidArgumentError.ts'
import { parsePrincipal } from '../principals/parsePrincipal.ts'
import type { Network } from '../types/Network.ts'
import type { ArgumentDescription, ArgumentType } from './ArgumentType.ts'

const largestUint = 2n ** 128n - 1n

// What a node takes for a character of a string-ascii: printable ASCII, tab, newline, form feed, return.
const clarityAscii = /^[\x20-\x7e\t\n\f\r]*$/

/**
 * The Clarity values of a function's arguments. Refuses what cannot be right before anything is encoded:
 * stacks.js would write wrong bytes for text beyond ASCII, and take a principal of another network.
 */
export function encodeArguments(o: {
  network: Network
  arguments: readonly ArgumentDescription[]
  values: Readonly<Record<string, unknown>>
}): ClarityValue[] {
  return o.arguments.map(({ name, type }) => encode(o.network, name, type, o.values[name]))
}

function encode(network: Network, argument: string, type: ArgumentType, value: unknown): ClarityValue {
  const fail = (problem: string) => new InvalidArgumentError({ argument, problem })
  if (type === 'uint128') {
    if (typeof value !== 'bigint' || value < 0n || value > largestUint) {
      throw fail(`${argument} must be a whole number from 0 to 2^128-1.`)
    }
    return Cl.uint(value)
  }
  if (type === 'principal') {
    if (typeof value !== 'string') throw fail(`${argument} must be a principal.`)
    return Cl.principal(parsePrincipal({ value, network, argument }))
  }
  if ('list' in type) {
    const { length, type: itemType } = type.list
    if (!Array.isArray(value) || value.length > length) {
      throw fail(`${argument} must be a list of at most ${length}.`)
    }
    return Cl.list(value.map((item: unknown) => encode(network, argument, itemType, item)))
  }
  const { length } = type['string-ascii']
  if (typeof value !== 'string' || !clarityAscii.test(value)) {
    throw fail(`${argument} may hold only ASCII characters: letters without accents, digits and punctuation.`)
  }
  if (value.length > length) throw fail(`${argument} must not be longer than ${length} characters.`)
  return Cl.stringAscii(value)
}
