import { type ClarityAbiType, ClarityType, type ClarityValue } from '@stacks/transactions'

/** The type of a Clarity value, as small as it can be: what a value does not show of a type is `none`. */
export function typeOf(value: ClarityValue): ClarityAbiType {
  switch (value.type) {
    case ClarityType.UInt:
      return 'uint128'
    case ClarityType.Int:
      return 'int128'
    case ClarityType.BoolTrue:
    case ClarityType.BoolFalse:
      return 'bool'
    case ClarityType.PrincipalStandard:
    case ClarityType.PrincipalContract:
      return 'principal'
    case ClarityType.OptionalNone:
      return { optional: 'none' }
    case ClarityType.OptionalSome:
      return { optional: typeOf(value.value) }
    case ClarityType.ResponseOk:
      return { response: { ok: typeOf(value.value), error: 'none' } }
    case ClarityType.ResponseErr:
      return { response: { ok: 'none', error: typeOf(value.value) } }
    case ClarityType.Buffer:
      return { buffer: { length: value.value.length / 2 } }
    case ClarityType.StringASCII:
      return { 'string-ascii': { length: value.value.length } }
    case ClarityType.StringUTF8:
      return { 'string-utf8': { length: [...value.value].length } }
    case ClarityType.List: {
      const [first] = value.value
      return { list: { type: first === undefined ? 'none' : typeOf(first), length: value.value.length } }
    }
    case ClarityType.Tuple: {
      const entries = Object.entries(value.value)
      return { tuple: entries.map(([name, item]) => ({ name, type: typeOf(item) })) }
    }
  }
}
