import { createHash } from 'node:crypto'
import { Cl, type ClarityValue, encodeStructuredData } from '@stacks/transactions'
import type { ArgumentType } from '../clarity/ArgumentType.ts'
import { encodeArguments } from '../clarity/encodeArguments.ts'
import { toStacksNetwork } from '../principals/toStacksNetwork.ts'
import type { Network } from '../types/Network.ts'
import type { StructuredMessage } from '../types/StructuredMessage.ts'

/** Longer than anything that a person can check before they sign. */
const LONGEST_TEXT = 256

/**
 * The digest that a wallet signs for a message: sha256 of `SIP018`, the domain's hash and the message's hash.
 *
 * @returns 64 hex digits
 * @throws InvalidArgumentError when a field cannot be encoded: text beyond ASCII, a principal of another network
 */
export function hashStructuredMessage(o: { message: StructuredMessage; network: Network }): string {
  const { message, network } = o
  const { name, version } = message.domain
  const chainId = BigInt(toStacksNetwork(network).chainId)
  const encoded = encodeStructuredData({
    domain: toTuple(network, {
      name: { ascii: name },
      version: { ascii: version },
      'chain-id': { uint: chainId },
    }),
    message: toTuple(network, message.fields),
  })
  return createHash('sha256').update(encoded, 'hex').digest('hex')
}

function toTuple(network: Network, fields: StructuredMessage['fields']): ClarityValue {
  const encoded = Object.entries(fields).map(([name, field]) => {
    const [value] = Object.values(field)
    const [clarity] = encodeArguments({
      network,
      arguments: [{ name, type: toType(field) }],
      values: { [name]: value },
    })
    if (clarity === undefined) throw new Error('an argument has one value')
    return [name, clarity] as const
  })
  return Cl.tuple(Object.fromEntries(encoded))
}

function toType(field: StructuredMessage['fields'][string]): ArgumentType {
  if ('uint' in field) return 'uint128'
  return 'principal' in field ? 'principal' : { 'string-ascii': { length: LONGEST_TEXT } }
}
