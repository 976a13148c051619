import { ERR } from '../simnet/ERR.ts'
import { reachableErrors } from './reachableErrors.ts'
import { sumUp } from './sumUp.ts'
import type { Tally } from './Tally.ts'

/** The table a run prints: for each function how often it answered ok and each error; a dot where it cannot. */
export function describeTally(tally: Tally): string {
  const { commands, ok } = sumUp(tally)
  const codes = Object.values(ERR)
  const header = ['function', 'ok', ...codes.map((code) => `u${code}`)]
  const rows = Object.entries(reachableErrors).map(([name, errors]) => [
    name,
    `${tally.get(`${name} ok`) ?? 0}`,
    ...codes.map((code) => {
      const times = tally.get(`${name} u${code}`)
      return `${times ?? (errors.includes(code) ? 0 : '.')}`
    }),
  ])
  const table = [header, ...rows].map(([name = '', ...cells]) =>
    [name.padEnd(21), ...cells.map((cell) => cell.padStart(7))].join(' '),
  )
  return [...table, `${commands} commands, ${((100 * ok) / commands).toFixed(1)} % answered ok`, ''].join(
    '\n',
  )
}
