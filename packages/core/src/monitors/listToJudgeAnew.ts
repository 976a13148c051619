import type { AlertFinding } from '../model/Alert.ts'
import type { RuleName } from '../model/RuleName.ts'
import { listSwitchedOff } from './listSwitchedOff.ts'
import type { Look, MonitorDeps } from './Monitor.ts'
import { overlapWindow } from './overlapWindow.ts'

const DAY_MS = 86_400_000

/**
 * The conditions of these rules that are to be judged anew by what the projection holds now, because no event tells what
 * became of them: those that hold, if a reorg came since the last look, since what they rest on may be gone; and those
 * that ended since then only because their monitor was switched off. Mostly none.
 *
 * @returns each with the transaction that it rests on, where that is known to stand
 */
export async function listToJudgeAnew(
  deps: Pick<MonitorDeps, 'store'>,
  look: Pick<Look, 'since' | 'now'>,
  options: { rules: readonly RuleName[] },
): Promise<AlertFinding[]> {
  const reorgs = await deps.store.listReorgs(overlapWindow(look, { firstMs: DAY_MS }))
  const switchedOff = await listSwitchedOff(deps, look, options)
  if (reorgs.length === 0) return switchedOff
  const held = await deps.store.listHoldingFindings(options)
  // Which of the events that are left it rests on no event tells.
  return [...switchedOff, ...held].map((finding) => ({ ...finding, txid: null }))
}
