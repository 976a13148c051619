import { inspect, isDeepStrictEqual } from 'node:util'
import type { Outcome } from '../simnet/createVault.ts'
import type { Plain } from '../simnet/fromClarity.ts'
import type { Call } from './Call.ts'
import { describeCall } from './describeCall.ts'
import { findProblems } from './findProblems.ts'
import { predict } from './predict.ts'
import { readTouched } from './readTouched.ts'
import { refuseProblems } from './refuseProblems.ts'
import { replayEvent } from './replayEvent.ts'
import type { Stage } from './Stage.ts'
import { sendCall } from './sendCall.ts'

/**
 * Makes one call and holds everything against it: the model's prediction of answer, event and state, what
 * check-medical-access said just before, and the invariants, which know nothing of the model.
 *
 * @returns what the vault answered
 * @throws an Error that tells every disagreement and every broken invariant by its number
 * @example
 * performCall(stage, { caller: physician, name: 'archive-record', recordId: 1n }) // { ok: true, events: [ … ] }
 */
export function performCall(stage: Stage, call: Call): Outcome {
  const { vault, cast, observed: before } = stage
  const asked = refusePanic(stage, call, () => askFirst(stage, call))
  const outcome = refusePanic(stage, call, () => sendCall(vault, cast, call))
  const { events, ...answer } = outcome
  stage.lastCall = call
  stage.history.push(`${describeCall(call)} answered ${inspect(answer)}`)
  if (call.name === 'access-medical-data' && outcome.ok === true)
    stage.drawn.set(call.recordId, (stage.drawn.get(call.recordId) ?? 0n) + call.accessVolume)

  const predicted = predict(stage.predicted, call, { cmo: cast.cmo, height: vault.height() })
  stage.predicted = predicted.next
  stage.replayed = events.reduce<Stage['replayed']>(replayEvent, stage.replayed)
  stage.observed = readTouched(vault, before, call)
  refuseProblems(stage, [
    ...findProblems(stage, { call, before }),
    ...compare('the model predicts', predicted.outcome, outcome),
    ...compare('check-medical-access said', asked ?? answer, answer),
  ])
  return outcome
}

function askFirst({ vault }: Stage, call: Call): Plain | undefined {
  if (call.name !== 'access-medical-data') return undefined
  const { caller: medicalStaff, recordId, accessVolume } = call
  return vault.checkMedicalAccess({ recordId, medicalStaff, accessVolume })
}

function refusePanic<Answer>(stage: Stage, call: Call, ask: () => Answer): Answer {
  try {
    return ask()
  } catch (panic) {
    // The simnet throws where a call aborts at run time instead of answering.
    refuseProblems(stage, [`${describeCall(call)} panicked: ${panic}`])
    throw panic
  }
}

function compare(who: string, expected: unknown, found: unknown): string[] {
  if (isDeepStrictEqual(expected, found)) return []
  return [
    `${who} ${inspect(expected, { depth: null })}, the vault answered ${inspect(found, { depth: null })}`,
  ]
}
