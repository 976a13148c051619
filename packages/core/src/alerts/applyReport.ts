import type { Deps } from '../Deps.ts'
import type { Alert, AlertFinding, Severity } from '../model/Alert.ts'
import type { EndReason } from '../model/AlertEvent.ts'
import type { RuleName } from '../model/RuleName.ts'
import type { Report } from '../monitors/Monitor.ts'
import type { UnitOfWork } from '../ports/Store.ts'
import { createDraft } from './createDraft.ts'
import { type FindingGroup, groupFindings } from './groupFindings.ts'
import { saveFindings } from './saveFindings.ts'
import { type Settled, settleAlert } from './settleAlert.ts'

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
  if (groups.length === 0) return []
  // All of them at once: two units that need the same ones never wait for each other.
  const open = new Map((await unit.lockAlerts(groups)).map((alert) => [toKey(alert), alert]))
  // Only now does nobody change them any more.
  const kept = await unit.findFindings({ fingerprints })
  const known = new Map(kept.map((finding) => [finding.fingerprint, finding]))
  const draft = createDraft(unit, { silences: await unit.listSilences({ now: at }) })
  const ended = new Set(report.ended)
  const news: Alert[] = []
  for (const group of groups) {
    const settled = await applyGroup(deps, draft.unit, {
      group,
      open: open.get(toKey(group)) ?? null,
      known,
      ended,
      forMs: settings.for?.[group.rule] ?? 0,
      reason,
      at,
    })
    if (settled !== null && (settled.began || settled.escalated)) news.push(settled.alert)
  }
  await draft.save()
  return news
}

/** Takes in what a report says of one rule and cause; null where there is no alert of it. */
async function applyGroup(
  deps: Pick<Deps, 'settings' | 'directory' | 'clock'>,
  unit: UnitOfWork,
  options: {
    group: FindingGroup
    open: Alert | null
    known: ReadonlyMap<string, AlertFinding>
    ended: ReadonlySet<string>
    forMs: number
    reason: EndReason | undefined
    at: Date
  },
): Promise<Pick<Settled, 'alert' | 'began' | 'escalated'> | null> {
  const { at, reason } = options
  const { alert, isChanged } = await saveFindings(unit, options)
  if (alert === null) return null
  const ending = await findEnding(unit, { alert, ended: options.ended })
  // What held for long enough has to be told, also where nobody swept before it ended.
  const isRipe = ending.some(({ stage, raisesAt }) => stage === 'pending' && raisesAt <= at)
  const settled =
    isChanged || isRipe ? await settleAlert(deps, unit, { alert, at, isChanged }) : { alert, ...NOTHING }
  if (ending.length === 0) return settled
  const fingerprints = ending.map(({ fingerprint }) => fingerprint)
  await unit.updateFindings({ alertId: alert.id, fingerprints, patch: { endedAt: at } })
  await settleAlert(deps, unit, { alert: settled.alert, at, isChanged: true, reason })
  return settled
}

const NOTHING = { began: false, escalated: false }
const toKey = ({ rule, cause }: { rule: RuleName; cause: string }) => JSON.stringify([rule, cause])

async function findEnding(
  unit: UnitOfWork,
  { alert, ended }: { alert: Alert; ended: ReadonlySet<string> },
): Promise<readonly AlertFinding[]> {
  if (ended.size === 0) return []
  const holding = await unit.listAlertFindings({ alertId: alert.id, holding: true })
  return holding.filter(({ kind, fingerprint }) => kind === 'condition' && ended.has(fingerprint))
}
