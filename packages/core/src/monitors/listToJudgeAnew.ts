import type { AlertFinding } from '../model/Alert.ts'
import type { RuleName } from '../model/RuleName.ts'
import { listSwitchedOff } from './listSwitchedOff.ts'
import type { Look, MonitorDeps } from './Monitor.ts'
import { overlapWindow } from './overlapWindow.ts'

const DAY_MS = 86_400_000

/**
 * The conditions of these rules that are to be judged anew by what the projection holds now, because no event tells
 * what became of them: those that hold, or held within the last day, if a reorg came since the last look, since what
 * they rest on, or what ended them, may be gone; and those that ended since then only because their monitor was
 * switched off. Mostly none.
 *
 * @returns each with the transaction that it rests on, where that is known to stand
 */
export async function listToJudgeAnew(
  deps: Pick<MonitorDeps, 'store'>,
  look: Pick<Look, 'since' | 'now'>,
  { rules }: { rules: readonly RuleName[] },
): Promise<AlertFinding[]> {
  const { store } = deps
  const reorgs = await store.listReorgs(overlapWindow(look, { firstMs: DAY_MS }))
  const switchedOff = await listSwitchedOff(deps, look, { rules })
  if (reorgs.length === 0) return switchedOff
  const dayAgo = new Date(look.now.getTime() - DAY_MS)
  const [ended, held] = await Promise.all([
    store.listEndedFindings({ rules, after: dayAgo, until: look.now }),
    store.listHoldingFindings({ rules }),
  ])
  // Which of the events that are left it rests on no event tells.
  return [...switchedOff, ...ended, ...held].map((finding) => ({ ...finding, txid: null }))
}
