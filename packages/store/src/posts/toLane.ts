import type { Lane } from '@medikey/core'
import type { posts } from '../schema/posts.ts'

/** The lane of a row. The database holds that it has exactly one subject. */
export function toLane(row: Pick<typeof posts.$inferSelect, 'requestId' | 'alertId' | 'platform'>): Lane {
  const { requestId, alertId, platform } = row
  return { subject: requestId === null ? { alertId: alertId ?? '' } : { requestId }, platform }
}
