import type { Lane } from '@medikey/core'
import type { posts } from '../schema/posts.ts'

/** The lane of a row. The database holds that it has exactly one subject. */
export function toLane(
  row: Pick<typeof posts.$inferSelect, 'requestId' | 'alertId' | 'principal' | 'digestId' | 'platform'>,
): Lane {
  const { requestId, alertId, principal, digestId, platform } = row
  if (requestId !== null) return { subject: { requestId }, platform }
  if (digestId !== null) return { subject: { digestId }, platform }
  return { subject: alertId === null ? { principal: principal ?? '' } : { alertId }, platform }
}
