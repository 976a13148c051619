import { type ClarityAbiType, getTypeString } from '@stacks/transactions'

const atoms: Record<Extract<ClarityAbiType, string>, string> = {
  uint128: 'UIntType',
  int128: 'IntType',
  bool: 'BoolType',
  principal: 'PrincipalType',
  trait_reference: 'CallableType',
  none: 'NoType',
}

/** A type as the VM's own messages write it (stacks-core, `TypeSignature`), where wallets and logs show them. */
export function toTypeSignature(type: ClarityAbiType): string {
  if (typeof type === 'string') return atoms[type]
  if ('buffer' in type) return `SequenceType(BufferType(BufferLength(${type.buffer.length})))`
  if ('string-ascii' in type) {
    return `SequenceType(StringType(ASCII(BufferLength(${type['string-ascii'].length}))))`
  }
  if ('string-utf8' in type) {
    return `SequenceType(StringType(UTF8(StringUTF8Length(${type['string-utf8'].length}))))`
  }
  if ('optional' in type) return `OptionalType(${toTypeSignature(type.optional)})`
  if ('response' in type) {
    return `ResponseType((${toTypeSignature(type.response.ok)}, ${toTypeSignature(type.response.error)}))`
  }
  if ('list' in type) {
    const { length, type: entry } = type.list
    return `SequenceType(ListType(ListTypeData { max_len: ${length}, entry_type: ${toTypeSignature(entry)} }))`
  }
  const entries = type.tuple.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const fields = entries.map((entry) => ` "${entry.name}": ${getTypeString(entry.type)},`)
  return `TupleType(TupleTypeSignature {${fields.join('')}})`
}
