import type { Call } from './Call.ts'
import { findDifferences } from './findDifferences.ts'
import { invariants } from './invariants.ts'
import type { Stage } from './Stage.ts'
import type { VaultState } from './VaultState.ts'

/**
 * Holds what a vault was seen to hold after a call against the invariants, then against the model.
 *
 * @returns a sentence for each breach, which begins with the invariant's number
 */
export function findProblems(stage: Stage, { call, before }: { call: Call; before: VaultState }): string[] {
  const { cast, observed: after, replayed, drawn, predicted } = stage
  const transition = { call, cmo: cast.cmo, before, after, replayed, drawn }
  return [
    ...invariants.flatMap(({ number, says, findBreaches }) =>
      findBreaches(transition).map((breach) => `invariant ${number}: ${says}; ${breach}`),
    ),
    ...findDifferences(predicted, after).map((difference) => `the model's state: ${difference}`),
  ]
}
