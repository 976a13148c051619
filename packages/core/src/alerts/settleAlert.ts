import type { Deps } from '../Deps.ts'
import type { Alert, AlertFinding, Severity } from '../model/Alert.ts'
import type { EndReason } from '../model/AlertEvent.ts'
import type { UnitOfWork } from '../ports/Store.ts'
import { chooseNews } from './chooseNews.ts'
import { compareSeverity } from './compareSeverity.ts'
import { endQuietFindings } from './endQuietFindings.ts'
import { findDueTime } from './findDueTime.ts'
import { findInhibitor } from './findInhibitor.ts'
import { noteTold } from './noteTold.ts'
import { raiseFindings } from './raiseFindings.ts'
import { resolveAlert } from './resolveAlert.ts'
import { tellAlert } from './tellAlert.ts'
import { turnBack } from './turnBack.ts'

/** What became of an alert. */
export type Settled = {
  readonly alert: Alert
  readonly began: boolean
  readonly escalated: boolean
  /** Whether anything became of it at all. */
  readonly moved: boolean
}

/**
 * Brings an alert, which the unit holds, to where its findings, its silence and the clock say that it is, and tells
 * people what they do not know. Every change of an alert ends here; settling twice changes and tells nothing more.
 *
 * @param options.act what a person just did: it is told first
 * @param options.isChanged whether what its message shows is out of date already
 * @param options.reason why nothing of it holds any more, where that has to be said
 */
export async function settleAlert(
  deps: Pick<Deps, 'settings' | 'directory' | 'clock'>,
  unit: UnitOfWork,
  options: {
    alert: Alert
    at: Date
    act?: 'acknowledged' | 'silenced' | 'unsilenced'
    isChanged?: boolean
    reason?: EndReason | undefined
  },
): Promise<Settled> {
  const { at, act, reason } = options
  const settings = deps.settings.alerts
  const before = await turnBack(unit, { alert: options.alert, at })
  const raised = await raiseFindings(unit, { alert: before, at })
  const { quietAfterMs } = settings
  const holding = await endQuietFindings(unit, { alert: before, holding: raised, at, quietAfterMs })
  const isQuieter = holding.length < raised.length
  if (holding.length === 0) {
    const news = act ?? (isQuieter ? 'changed' : null)
    const alert = await resolveAlert(deps, unit, { alert: before, at, news, reason })
    return { alert, began: false, escalated: false, moved: true }
  }

  const { isSilenceOver, ...next } = await judge(unit, { before, holding, at })
  const isTellable = next.alert.silencedUntil === null && next.alert.inhibitedBy === null
  const news =
    next.alert.status !== 'pending' && isTellable
      ? chooseNews({ alert: next.alert, holding, isSilenceOver, at, settings })
      : null
  // What is good to know only is never told again: there the last that joined says how long nothing was added.
  const isJoin = news === 'joined' && next.alert.severity !== 'info'
  const told =
    news === null
      ? { alert: next.alert, holding }
      : await noteTold(unit, { alert: next.alert, holding, at, isJoin })
  const alert = { ...told.alert, dueAt: findDueTime({ ...told, settings }) }
  await unit.updateAlert(alert)

  const isChanged =
    options.isChanged === true || isQuieter || isSilenceOver || alert.severity !== before.severity
  const isKnown = before.toldAt !== null
  if (isKnown && act !== undefined) await tellAlert(deps, unit, { alert, what: act })
  else if (isKnown && isChanged && news === null) await tellAlert(deps, unit, { alert, what: 'changed' })
  if (news !== null) await tellAlert(deps, unit, { alert, what: news })
  const moved = next.began || news !== null || isChanged || alert.inhibitedBy !== before.inhibitedBy
  return { alert, began: next.began, escalated: next.escalated, moved }
}

/** What an alert is by what holds, at a time. */
async function judge(
  unit: UnitOfWork,
  options: { before: Alert; holding: readonly AlertFinding[]; at: Date },
): Promise<{ alert: Alert; began: boolean; escalated: boolean; isSilenceOver: boolean }> {
  const { before, holding, at } = options
  const severity = findHighest(holding) ?? before.severity
  const began = before.status === 'pending' && holding.some(({ stage }) => stage !== 'pending')
  const isOpen = began || before.status !== 'pending'
  const isSilenceOver = before.silencedUntil !== null && before.silencedUntil <= at
  const isWorse = before.toldSeverity !== null && compareSeverity(severity, before.toldSeverity) > 0
  const alert: Alert = {
    ...before,
    severity,
    inhibitedBy: isOpen ? await findInhibitor(unit, before) : null,
    movedAt: at,
    ...(began ? { status: 'firing', firedAt: at } : {}),
    ...(isSilenceOver ? { silencedUntil: null, silenceReason: null } : {}),
    // Who took note of it did so of less than it is now.
    ...(isWorse && before.status === 'acknowledged'
      ? { status: 'firing', acknowledgedAt: null, acknowledgedBy: null }
      : {}),
  }
  const escalated = isWorse && compareSeverity(severity, before.severity) > 0
  return { alert, began, escalated, isSilenceOver }
}

/** The highest severity of what was raised; null where all of it has to hold longer. */
function findHighest(findings: readonly AlertFinding[]): Severity | null {
  const severities = findings.filter(({ stage }) => stage !== 'pending').map(({ severity }) => severity)
  return severities.toSorted(compareSeverity).at(-1) ?? null
}
