import { min } from 'simple-statistics'
import type { Alert, AlertFinding } from '../model/Alert.ts'
import type { AlertSettings } from './alertsSchema.ts'
import { findTellingTime } from './findTellingTime.ts'
import { isQuietable } from './isQuietable.ts'

/** When an alert's life goes on by itself; null where only a report or a person moves it, or another alert's end. */
export function findDueTime(options: {
  alert: Alert
  holding: readonly AlertFinding[]
  settings: AlertSettings
}): Date | null {
  const { alert, holding, settings } = options
  const { silencedUntil, inhibitedBy, toldAt } = alert
  const times = holding.filter(({ stage }) => stage === 'pending').map(({ raisesAt }) => raisesAt.getTime())
  if (silencedUntil !== null) times.push(silencedUntil.getTime())
  const tellAt = silencedUntil === null && inhibitedBy === null ? findTellingTime({ alert, settings }) : null
  if (tellAt !== null) times.push(tellAt.getTime())
  if (toldAt !== null && alert.severity === 'info' && holding.some(isQuietable))
    times.push(toldAt.getTime() + settings.quietAfterMs)
  return times.length === 0 ? null : new Date(min(times))
}
