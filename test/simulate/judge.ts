import type { Alert } from '@medikey/core'
import { MINUTE_MS } from './calendar.ts'
import type { Heard, Incident } from './Incident.ts'
import type { Finding, Report, Unplanted } from './Report.ts'

/**
 * Compares what was planted with what was told.
 *
 * @param options.heard every finding of every alert that was told
 */
export function judge(options: {
  incidents: readonly Incident[]
  heard: readonly Heard[]
  days: number
}): Pick<Report, 'found' | 'falseAlerts' | 'falseAWeek' | 'notices' | 'consequences'> {
  const { incidents, heard, days } = options
  const found = incidents.map((incident) => find(incident, heard))
  const alerts = new Map<Alert, Heard[]>()
  for (const one of heard) alerts.set(one.alert, [...(alerts.get(one.alert) ?? []), one])
  const isPlanted = (one: Heard) => incidents.some((incident) => incident.isFound(one))
  const isExplained = (one: Heard) =>
    isPlanted(one) || incidents.some((incident) => incident.isConsequence(one))
  const unplanted = [...alerts].filter(([, findings]) => !findings.some(isExplained)).map(describe)
  const falseAlerts = unplanted.filter(({ severity }) => severity !== 'info')
  return {
    found,
    falseAlerts,
    falseAWeek: (falseAlerts.length * 7) / days,
    notices: unplanted.filter(({ severity }) => severity === 'info'),
    consequences: [...alerts.values()].filter(
      (findings) => !findings.some(isPlanted) && findings.some(isExplained),
    ).length,
  }
}

function find(incident: Incident, heard: readonly Heard[]): Finding {
  const hits = heard
    .filter((one) => one.alert.firedAt !== null && incident.isFound(one))
    .map(({ alert, finding }) => ({
      rule: finding.rule,
      at: Math.max((alert.firedAt ?? finding.foundAt).getTime(), finding.foundAt.getTime()),
    }))
    .sort((a, b) => a.at - b.at)
  const [first] = hits
  return {
    incident: incident.name,
    plantedAt: incident.at.toISOString(),
    rule: first?.rule ?? null,
    afterMinutes: first === undefined ? null : Math.round((first.at - incident.at.getTime()) / MINUTE_MS),
  }
}

function describe([alert, findings]: [Alert, Heard[]]): Unplanted {
  return {
    rule: alert.rule,
    severity: alert.severity,
    firedAt: alert.firedAt?.toISOString() ?? '',
    findings: findings.length,
    summary: findings[0]?.finding.summary ?? '',
  }
}
