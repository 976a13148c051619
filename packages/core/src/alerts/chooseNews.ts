import type { Alert, AlertFinding } from '../model/Alert.ts'
import type { AlertSettings } from './alertsSchema.ts'
import { compareSeverity } from './compareSeverity.ts'
import { findTellingTime } from './findTellingTime.ts'

/**
 * What people are to be told of an alert now, where nothing holds it back; null where they know all of it. It follows
 * from what the alert is and what they were told, so a second look, in whichever process, finds nothing more to tell.
 *
 * @param options.holding the findings that hold
 * @param options.isSilenceOver whether a silence ends with this
 */
export function chooseNews(options: {
  alert: Alert
  holding: readonly AlertFinding[]
  isSilenceOver: boolean
  at: Date
  settings: AlertSettings
}): 'fired' | 'joined' | 'escalated' | 'repeated' | 'reminded' | null {
  const { alert, holding, isSilenceOver, at, settings } = options
  const tellAt = findTellingTime({ alert, settings })
  const isTime = tellAt !== null && tellAt <= at
  const hasUntold = holding.some(({ stage }) => stage === 'raised')
  // Held back until now: also where somebody found it by themselves, before it became worse and fired anew.
  const isFiring = alert.status === 'firing' && holding.some(({ stage }) => stage !== 'pending')
  if (alert.toldAt === null) return isFiring || hasUntold || isTime ? 'fired' : null
  if (alert.toldSeverity === null || compareSeverity(alert.severity, alert.toldSeverity) > 0)
    return 'escalated'
  // Said aloud, whatever its severity; what joined is shown with it.
  if (alert.status === 'firing' && (isTime || isSilenceOver)) return 'repeated'
  if (isTime) return 'reminded'
  return hasUntold ? 'joined' : null
}
