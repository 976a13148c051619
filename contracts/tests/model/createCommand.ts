import { inspect } from 'node:util'
import type * as fc from 'fast-check'
import { countAnswer } from './countAnswer.ts'
import type { Intention } from './Intention.ts'
import { inspectMaps } from './inspectMaps.ts'
import { performCall } from './performCall.ts'
import { resolveCall } from './resolveCall.ts'
import type { Stage } from './Stage.ts'
import type { Tally } from './Tally.ts'

const CALLS_BETWEEN_INSPECTIONS = 25

/** The command that fast-check runs: it means a call in the state at hand and makes it. */
export function createCommand(intention: Intention): fc.Command<Stage, Tally> {
  return {
    // There is no call that may not be made: what the contract refuses is predicted like all else.
    check: () => true,
    run(stage, tally) {
      const call = resolveCall(intention, { state: stage.predicted, cast: stage.cast })
      countAnswer(tally, call, performCall(stage, call))
      if (stage.history.length % CALLS_BETWEEN_INSPECTIONS === 0) inspectMaps(stage)
    },
    toString: () => inspect(intention, { breakLength: Number.POSITIVE_INFINITY }),
  }
}
