import type { AlertFinding, Severity } from '../model/Alert.ts'
import type { Finding } from '../model/Finding.ts'
import type { RuleName } from '../model/RuleName.ts'
import type { Report } from '../monitors/Monitor.ts'

/** What a report says of one rule and cause: what concerns one alert. */
export type FindingGroup = {
  readonly rule: RuleName
  readonly cause: string
  /** What holds; may be nothing, where something only ended. */
  readonly findings: readonly Finding[]
}

/**
 * Sorts what a report says by alert. A condition that is known stays with its alert, whatever cause it is given now.
 *
 * @param options.known what is kept under the fingerprints of the report
 * @param options.severity in place of the severity that the monitor gave, by rule
 * @returns in the order of rule and cause
 */
export function groupFindings(options: {
  report: Report
  known: readonly AlertFinding[]
  severity: Readonly<Partial<Record<RuleName, Severity>>>
}): readonly FindingGroup[] {
  const { report, known, severity } = options
  const holding = known.filter(({ endedAt }) => endedAt === null)
  const byFingerprint = new Map(holding.map((finding) => [finding.fingerprint, finding]))
  const ended = report.ended.flatMap((fingerprint) => byFingerprint.get(fingerprint) ?? [])
  // Of a condition that the report names twice the later word counts.
  const found = new Map(report.holds.map((finding) => [finding.fingerprint, finding]))

  const groups = new Map<string, { rule: RuleName; cause: string; findings: Finding[] }>()
  const getGroup = ({ rule, cause }: Finding) => {
    const key = JSON.stringify([rule, cause])
    const group = groups.get(key) ?? { rule, cause, findings: [] }
    groups.set(key, group)
    return group
  }
  for (const finding of found.values())
    getGroup(byFingerprint.get(finding.fingerprint) ?? finding).findings.push({
      ...finding,
      severity: severity[finding.rule] ?? finding.severity,
    })
  for (const finding of ended) getGroup(finding)
  return [...groups.keys()].toSorted().flatMap((key) => groups.get(key) ?? [])
}
