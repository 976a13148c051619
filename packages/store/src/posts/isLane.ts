import type { Lane } from '@medikey/core'
import { and, eq, type SQL } from 'drizzle-orm'
import { posts } from '../schema/posts.ts'
import { isSubject } from './isSubject.ts'

/** The condition that a post belongs to the lane. */
export function isLane({ subject, platform }: Lane): SQL | undefined {
  return and(isSubject(subject), eq(posts.platform, platform))
}
