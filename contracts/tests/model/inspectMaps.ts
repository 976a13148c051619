import { findProblems } from './findProblems.ts'
import { readWhole } from './readWhole.ts'
import { refuseProblems } from './refuseProblems.ts'
import type { Stage } from './Stage.ts'

/**
 * Reads every map whole instead of what the last call can have changed: a call must not have changed more.
 *
 * @throws as `performCall` does
 */
export function inspectMaps(stage: Stage): void {
  const { vault, cast, lastCall: call, observed: before } = stage
  if (call === undefined) return
  stage.observed = readWhole(vault, cast)
  refuseProblems(stage, findProblems(stage, { call, before }))
}
