import type { AlertFinding } from '../model/Alert.ts'
import type { RuleName } from '../model/RuleName.ts'
import type { Look, MonitorDeps } from './Monitor.ts'
import { overlapWindow } from './overlapWindow.ts'

/**
 * The conditions of these rules that people were told of, and that ended since the last look only because their monitor
 * was switched off: they may hold still. Mostly none.
 */
export async function listSwitchedOff(
  { store }: Pick<MonitorDeps, 'store'>,
  look: Pick<Look, 'since' | 'now'>,
  options: { rules: readonly RuleName[] },
): Promise<AlertFinding[]> {
  const { after, until } = overlapWindow(look, { firstMs: 0 })
  const window = { after: look.since === null ? null : after, until }
  const rules: readonly string[] = options.rules
  const found: AlertFinding[] = []
  for (const { at, detail } of await store.listAuditOf({ actions: ['alert-resolved'], ...window })) {
    const { alertId, rule = '', reason } = detail
    if (reason !== 'monitor-switched-off' || alertId === undefined || !rules.includes(rule)) continue
    for (const finding of await store.listAlertFindings({ alertId }))
      if (finding.kind === 'condition' && finding.endedAt?.getTime() === at.getTime()) found.push(finding)
  }
  return found
}
