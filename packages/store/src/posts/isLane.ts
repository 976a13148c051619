import type { Lane } from '@medikey/core'
import { and, eq, type SQL } from 'drizzle-orm'
import { posts } from '../schema/posts.ts'

/** The condition that a post belongs to the lane. */
export function isLane({ subject, platform }: Lane): SQL | undefined {
  return and(
    'requestId' in subject ? eq(posts.requestId, subject.requestId) : eq(posts.alertId, subject.alertId),
    eq(posts.platform, platform),
  )
}
