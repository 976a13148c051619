import type { Lane } from '@medikey/core'
import { and, eq, type SQL } from 'drizzle-orm'
import { posts } from '../schema/posts.ts'

/** The condition that a post belongs to the lane. */
export function isLane({ subject, platform }: Lane): SQL | undefined {
  return and(isSubject(subject), eq(posts.platform, platform))
}

function isSubject(subject: Lane['subject']): SQL {
  if ('requestId' in subject) return eq(posts.requestId, subject.requestId)
  return 'alertId' in subject ? eq(posts.alertId, subject.alertId) : eq(posts.principal, subject.principal)
}
