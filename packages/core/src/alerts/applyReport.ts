import type { Deps } from '../Deps.ts'
import type { Alert, AlertFinding, Severity } from '../model/Alert.ts'
import type { EndReason } from '../model/AlertEvent.ts'
import type { RuleName } from '../model/RuleName.ts'
import type { Report } from '../monitors/Monitor.ts'
import type { UnitOfWork } from '../ports/Store.ts'
import { groupFindings } from './groupFindings.ts'
import { saveFindings } from './saveFindings.ts'
import { settleAlert } from './settleAlert.ts'

/** The part of a monitor's settings that concerns its alerts. */
export type ReportSettings = {
  /** In place of the severity that the monitor gave. */
  readonly severity?: Readonly<Partial<Record<RuleName, Severity>>>
  /** How long a condition has to hold before it is told, in milliseconds. A happening never waits. */
  readonly for?: Readonly<Partial<Record<RuleName, number>>>
}

/**
 * Takes in what a monitor reports, in the unit of work that notes its look: findings open alerts or join the open one of
 * their rule and cause, conditions end, and people are told. The same report twice changes nothing. A condition that
 * began and ended between two looks stands in both halves of the report, and is told as both.
 *
 * @param options.reason why the conditions are over, where the monitor does not say that they ended
 * @returns the alerts that began or escalated, for the log
 * @example
 * await applyReport(deps, unit, { report: await monitor(deps, look, settings), at: look.now, settings })
 */
export async function applyReport(
  deps: Pick<Deps, 'settings' | 'directory' | 'clock'>,
  unit: UnitOfWork,
  options: { report: Report; at: Date; settings?: ReportSettings; reason?: EndReason },
): Promise<Alert[]> {
  const { report, at, settings = {}, reason } = options
  const fingerprints = [...new Set([...report.holds.map((one) => one.fingerprint), ...report.ended])]
  const found = await unit.findFindings({ fingerprints })
  const groups = groupFindings({ report, known: found, severity: settings.severity ?? {} })
  // All of them first and in one order: two units that need the same ones never wait for each other.
  const held = []
  for (const group of groups) held.push({ group, open: await unit.lockAlert(group) })
  const known = new Map<string, AlertFinding>()
  // Only now does nobody change them any more.
  if (held.length > 0)
    for (const finding of await unit.findFindings({ fingerprints })) known.set(finding.fingerprint, finding)

  const news: Alert[] = []
  for (const { group, open } of held) {
    const forMs = settings.for?.[group.rule] ?? 0
    const { alert, isChanged } = await saveFindings(unit, { open, group, known, forMs, at })
    if (alert === null) continue
    const ending = await findEnding(unit, { alert, report })
    // What held for long enough has to be told, also where nobody swept before it ended.
    const isRipe = ending.some(({ stage, raisesAt }) => stage === 'pending' && raisesAt <= at)
    const settled =
      isChanged || isRipe ? await settleAlert(deps, unit, { alert, at, isChanged }) : { alert, ...NOTHING }
    if (settled.began || settled.escalated) news.push(settled.alert)
    if (ending.length === 0) continue
    const ended = ending.map(({ fingerprint }) => fingerprint)
    await unit.updateFindings({ alertId: alert.id, fingerprints: ended, patch: { endedAt: at } })
    await settleAlert(deps, unit, { alert: settled.alert, at, isChanged: true, reason })
  }
  return news
}

const NOTHING = { began: false, escalated: false }

async function findEnding(
  unit: UnitOfWork,
  { alert, report }: { alert: Alert; report: Report },
): Promise<readonly AlertFinding[]> {
  if (report.ended.length === 0) return []
  const fingerprints = new Set(report.ended)
  const holding = await unit.listAlertFindings({ alertId: alert.id, holding: true })
  return holding.filter(({ kind, fingerprint }) => kind === 'condition' && fingerprints.has(fingerprint))
}
