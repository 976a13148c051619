/** One check of a function and the smallest change to a permitted call that makes it fail. */
export type Check<Situation> = {
  readonly error: bigint
  readonly when: string
  readonly spoil: Partial<Situation>
}

/** A call that two checks refuse, of which the earlier has to answer. */
export type Pair<Situation> = {
  readonly error: bigint
  readonly earlier: string
  readonly later: string
  readonly spoil: Partial<Situation>
}

/**
 * Every two checks, given in the contract's order, that one call can fail at once. Two that change the same
 * thing (a volume cannot be both 0 and too large) never meet; two with the same error cannot be told apart.
 *
 * @example
 * test.for(pairChecks(checks))('$earlier answers before $later', ({ error, spoil }, { vault }) => {
 *   expect(attempt(vault, { ...permitted, ...spoil })).toEqual({ err: error, events: [] })
 * })
 */
export function pairChecks<Situation>(checks: readonly Check<Situation>[]): Pair<Situation>[] {
  return checks.flatMap((first, index) =>
    checks
      .slice(index + 1)
      .filter((second) => second.error !== first.error && !shareKey(first.spoil, second.spoil))
      .map((second) => ({
        error: first.error,
        earlier: first.when,
        later: second.when,
        spoil: { ...first.spoil, ...second.spoil },
      })),
  )
}

function shareKey(first: object, second: object): boolean {
  return Object.keys(first).some((key) => key in second)
}
