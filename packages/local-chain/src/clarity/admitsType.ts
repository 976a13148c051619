import type { ClarityAbiType, ClarityValue } from '@stacks/transactions'
import { asciiPattern, contractNamePattern } from './clarityNames.ts'

/**
 * True when a Clarity value may stand where a contract wants the type. Only such a value may go into the VM:
 * it ends for good on values that cannot be, such as lists of several types.
 */
export function admitsType(value: ClarityValue, type: ClarityAbiType): boolean {
  if (typeof type === 'string') return admitsAtom(value, type)
  if ('buffer' in type) return value.type === 'buffer' && value.value.length / 2 <= type.buffer.length
  if ('string-ascii' in type) {
    return (
      value.type === 'ascii' &&
      value.value.length <= type['string-ascii'].length &&
      asciiPattern.test(value.value)
    )
  }
  if ('string-utf8' in type)
    return value.type === 'utf8' && [...value.value].length <= type['string-utf8'].length
  if ('optional' in type) {
    return value.type === 'none' || (value.type === 'some' && admitsType(value.value, type.optional))
  }
  if ('response' in type) {
    if (value.type === 'ok') return admitsType(value.value, type.response.ok)
    return value.type === 'err' && admitsType(value.value, type.response.error)
  }
  if ('list' in type) {
    return (
      value.type === 'list' &&
      value.value.length <= type.list.length &&
      value.value.every((item) => admitsType(item, type.list.type))
    )
  }
  return (
    value.type === 'tuple' &&
    Object.keys(value.value).length === type.tuple.length &&
    type.tuple.every((entry) => {
      const item = value.value[entry.name]
      return item !== undefined && admitsType(item, entry.type)
    })
  )
}

function admitsAtom(value: ClarityValue, type: Extract<ClarityAbiType, string>): boolean {
  switch (type) {
    case 'uint128':
      return value.type === 'uint'
    case 'int128':
      return value.type === 'int'
    case 'bool':
      return value.type === 'true' || value.type === 'false'
    case 'principal':
      return value.type === 'address' || isContract(value)
    case 'trait_reference':
      return isContract(value)
    case 'none':
      return value.type === 'none'
  }
}

function isContract(value: ClarityValue): boolean {
  return value.type === 'contract' && contractNamePattern.test(value.value.split('.')[1] ?? '')
}
