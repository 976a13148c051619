import type { Alert } from '@medikey/core'
import type { alerts } from '../schema/alerts.ts'

/** The alert that a row holds. */
export function toAlert(row: typeof alerts.$inferSelect): Alert {
  const { seq, ...alert } = row
  return alert
}
