import { inspect, isDeepStrictEqual } from 'node:util'
import type { VaultState } from './VaultState.ts'

/** Says entry by entry where what was found differs from what was expected. */
export function findDifferences(expected: VaultState, found: VaultState): string[] {
  const { totalRecords, maintenance, ...maps } = found
  const variables = Object.entries({ totalRecords, maintenance }).flatMap(([name, value]) =>
    compare(name, expected[name as 'totalRecords'], value),
  )
  const entries = Object.entries(maps).flatMap(([name, map]: [string, ReadonlyMap<unknown, unknown>]) => {
    const other: ReadonlyMap<unknown, unknown> = expected[name as keyof typeof maps]
    const keys = new Set([...other.keys(), ...map.keys()])
    return [...keys].flatMap((key) => compare(`${name} of ${key}`, other.get(key), map.get(key)))
  })
  return [...variables, ...entries]
}

function compare(what: string, expected: unknown, found: unknown): string[] {
  if (isDeepStrictEqual(expected, found)) return []
  return [`${what}: expected ${show(expected)}, found ${show(found)}`]
}

function show(value: unknown): string {
  return value === undefined ? 'none' : inspect(value, { breakLength: Number.POSITIVE_INFINITY })
}
