import type { AlertFinding } from '@medikey/core'
import type { alertFindings } from '../schema/alertFindings.ts'
import type { alerts } from '../schema/alerts.ts'

/** The finding that a row holds, with the rule and cause of its alert. */
export function toFinding(row: {
  finding: typeof alertFindings.$inferSelect
  alert: Pick<typeof alerts.$inferSelect, 'rule' | 'cause'>
}): AlertFinding {
  const { seq, ...finding } = row.finding
  return { ...finding, rule: row.alert.rule, cause: row.alert.cause }
}
