import type { AlertFinding } from '../model/Alert.ts'
import type { RuleName } from '../model/RuleName.ts'
import type { Look, MonitorDeps } from './Monitor.ts'
import { overlapWindow } from './overlapWindow.ts'

const DAY_MS = 86_400_000

/**
 * The conditions of these rules that hold, if a reorg came since the last look: what they rest on may be gone, and no event
 * tells it. They are to be judged anew by what the projection holds now. Mostly none.
 */
export async function listHeldAfterReorg(
  deps: Pick<MonitorDeps, 'store'>,
  look: Pick<Look, 'since' | 'now'>,
  options: { rules: readonly RuleName[] },
): Promise<AlertFinding[]> {
  const reorgs = await deps.store.listReorgs(overlapWindow(look, { firstMs: DAY_MS }))
  return reorgs.length === 0 ? [] : deps.store.listHoldingFindings(options)
}
