import { type ClarityValue, cvToString } from '@stacks/transactions'

/** A Clarity value as the tests write it: uints are bigints, none is null, a response names its side. */
export type Plain = bigint | boolean | string | null | readonly Plain[] | { readonly [key: string]: Plain }

/**
 * Turns a Clarity value into one that `toEqual` compares at a glance.
 *
 * @example
 * fromClarity(Cl.ok(Cl.uint(1))) // { ok: 1n }
 */
export function fromClarity(value: ClarityValue): Plain {
  switch (value.type) {
    case 'uint':
    case 'int':
      return BigInt(value.value)
    case 'true':
      return true
    case 'false':
      return false
    case 'none':
      return null
    case 'some':
      return fromClarity(value.value)
    case 'ok':
      return { ok: fromClarity(value.value) }
    case 'err':
      return { err: fromClarity(value.value) }
    case 'list':
      return value.value.map(fromClarity)
    case 'tuple':
      return Object.fromEntries(Object.entries(value.value).map(([key, field]) => [key, fromClarity(field)]))
    case 'address':
    case 'contract':
    case 'ascii':
      return value.value
    default:
      throw new TypeError(`medvault never answers ${cvToString(value)}: teach fromClarity its type.`)
  }
}
