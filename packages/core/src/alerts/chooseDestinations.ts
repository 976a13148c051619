import type { Alert } from '../model/Alert.ts'
import type { Destination } from '../model/Destination.ts'
import type { Settings } from '../Settings.ts'
import { getRule } from './getRule.ts'
import { listDestinations } from './listDestinations.ts'

/**
 * Where an alert is told: where the first route that fits it leads, else everywhere that is configured. A route that leads
 * only to what is not configured would lose the alert, so it counts as none; one that leads nowhere is meant so.
 *
 * @example
 * chooseDestinations(deps.settings, { alert }) // ['slack', 'webhook']
 */
export function chooseDestinations(
  settings: Pick<Settings, 'platforms' | 'alerts'>,
  options: { alert: Pick<Alert, 'rule' | 'severity'> },
): Destination[] {
  const { rule, severity } = options.alert
  const configured = listDestinations(settings)
  const { monitor } = getRule(rule)
  const route = settings.alerts.routes.find(
    (candidate) =>
      (candidate.severity?.includes(severity) ?? true) &&
      (candidate.rule?.includes(rule) ?? true) &&
      (candidate.monitor === undefined || (monitor !== null && candidate.monitor.includes(monitor))),
  )
  if (route === undefined || route.to.length === 0) return route === undefined ? configured : []
  const reached = configured.filter((destination) => route.to.includes(destination))
  return reached.length > 0 ? reached : configured
}
