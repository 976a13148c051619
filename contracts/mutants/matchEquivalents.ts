import type { Equivalent } from './Equivalent.ts'
import type { Mutant } from './Mutant.ts'

/**
 * Finds the mutants that proofs are about, and the proofs that are about none: what they speak of has changed.
 *
 * @example
 * const { proved, stale } = matchEquivalents(mutants, equivalents)
 */
export function matchEquivalents(
  mutants: readonly Mutant[],
  equivalents: readonly Equivalent[],
): { proved: ReadonlySet<string>; stale: readonly string[] } {
  const matches = equivalents.map((equivalent) => ({
    equivalent,
    ids: mutants
      .filter(
        ({ operator, row, before, after, digest }) =>
          operator === equivalent.operator &&
          row === equivalent.row &&
          before === equivalent.before &&
          after === equivalent.after &&
          digest === equivalent.digest,
      )
      .map(({ id }) => id),
  }))
  return {
    // A proof that fits several mutants does not say which of them it is about.
    proved: new Set(matches.flatMap(({ ids }) => (ids.length === 1 ? ids : []))),
    stale: matches
      .filter(({ ids }) => ids.length !== 1)
      .map(({ equivalent: { operator, before, after, digest }, ids }) =>
        [
          `The proof about ${operator} in ${digest} fits ${ids.length} mutants: ${before} -> ${after || 'nothing'}.`,
          'Read the definition again; where the proof still holds, correct the entry in mutants/equivalents.ts.',
          ...mutants
            .filter(
              (mutant) => mutant.operator === operator && mutant.before === before && mutant.after === after,
            )
            .map(
              (mutant) =>
                `  ${mutant.definition}, line ${mutant.line}: digest ${mutant.digest}, row ${mutant.row}`,
            ),
        ].join('\n'),
      ),
  }
}
