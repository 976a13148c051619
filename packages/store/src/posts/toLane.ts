import type { Lane } from '@medikey/core'
import type { posts } from '../schema/posts.ts'

/** The lane of a row. The database holds that it has exactly one subject. */
export function toLane(
  row: Pick<typeof posts.$inferSelect, 'requestId' | 'alertId' | 'principal' | 'platform'>,
): Lane {
  const { requestId, alertId, principal, platform } = row
  if (requestId !== null) return { subject: { requestId }, platform }
  return { subject: alertId === null ? { principal: principal ?? '' } : { alertId }, platform }
}
