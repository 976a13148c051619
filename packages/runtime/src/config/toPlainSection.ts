/**
 * A section of the file as its schema expects it: what is commented out below a name is absent, and whole numbers, which
 * the reader keeps exact for the sake of ids, are numbers.
 *
 * @example
 * toPlainSection({ heartbeat: null, staleAfter: 5n }) // { staleAfter: 5 }
 */
export function toPlainSection(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toPlainSection)
  if (typeof value === 'bigint') {
    const number = Number(value)
    return Number.isSafeInteger(number) ? number : value
  }
  if (typeof value !== 'object') return value
  if (value === null) return undefined
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => (inner === null ? [] : [[name, toPlainSection(inner)]])),
  )
}
