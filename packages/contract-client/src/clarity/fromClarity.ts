import { ClarityType, type ClarityValue } from '@stacks/transactions'
import { toCamelCase } from './toCamelCase.ts'

/**
 * A Clarity value as a plain one: uint and int as bigint, principals and text as strings, none as null, a
 * tuple as an object with camelCase names, a response as `{ ok }` or `{ error }`, a buffer as hex.
 */
export function fromClarity(value: ClarityValue): unknown {
  switch (value.type) {
    case ClarityType.UInt:
    case ClarityType.Int:
      return BigInt(value.value)
    case ClarityType.BoolTrue:
      return true
    case ClarityType.BoolFalse:
      return false
    case ClarityType.OptionalNone:
      return null
    case ClarityType.OptionalSome:
      return fromClarity(value.value)
    case ClarityType.ResponseOk:
      return { ok: fromClarity(value.value) }
    case ClarityType.ResponseErr:
      return { error: fromClarity(value.value) }
    case ClarityType.List:
      return value.value.map(fromClarity)
    case ClarityType.Tuple:
      return Object.fromEntries(
        Object.entries(value.value).map(([name, field]) => [toCamelCase(name), fromClarity(field)]),
      )
    default:
      return value.value
  }
}
