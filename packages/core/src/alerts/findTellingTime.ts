import type { Alert } from '../model/Alert.ts'
import type { AlertSettings } from './alertsSchema.ts'

/** When an alert that was told is told again: repeated while it fires, reminded of once acknowledged; null for never. */
export function findTellingTime(options: { alert: Alert; settings: AlertSettings }): Date | null {
  const { alert, settings } = options
  const { toldAt, acknowledgedAt } = alert
  // There is nothing to do about what is good to know only.
  if (alert.severity === 'info') return null
  if (alert.status === 'firing' && toldAt !== null) return new Date(toldAt.getTime() + settings.repeatEveryMs)
  if (alert.status !== 'acknowledged' || acknowledgedAt === null) return null
  return new Date(Math.max(toldAt?.getTime() ?? 0, acknowledgedAt.getTime()) + settings.remindAfterMs)
}
