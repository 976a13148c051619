import { reachableErrors } from './reachableErrors.ts'
import { sumUp } from './sumUp.ts'
import type { Tally } from './Tally.ts'

type Demands = { readonly commands: number; readonly okShare: number; readonly eachAnswer: number }

/**
 * Says what a run did not meet often enough: a model that only meets refusals proves nothing, and neither does
 * one that never meets some of them. Each function has to answer ok and each error it can answer that often.
 */
export function findShortfalls(tally: Tally, { commands, okShare, eachAnswer }: Demands): string[] {
  const sums = sumUp(tally)
  const expected = Object.entries(reachableErrors).flatMap(([name, errors]) =>
    ['ok', ...errors.map((code) => `u${code}`)].map((answer) => `${name} ${answer}`),
  )
  return [
    ...(sums.commands < commands ? [`${sums.commands} commands, not ${commands}`] : []),
    ...(sums.ok < okShare * sums.commands ? [`${sums.ok} of ${sums.commands} answered ok`] : []),
    ...expected
      .filter((answer) => (tally.get(answer) ?? 0) < eachAnswer)
      .map((answer) => `${answer}: ${tally.get(answer) ?? 0} times, not ${eachAnswer}`),
    ...[...tally.keys()]
      .filter((answer) => !expected.includes(answer))
      .map((answer) => `${answer} cannot happen and did`),
  ]
}
