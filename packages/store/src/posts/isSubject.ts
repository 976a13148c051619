import type { Lane } from '@medikey/core'
import { eq, type SQL } from 'drizzle-orm'
import { posts } from '../schema/posts.ts'

/** The condition that a post is about the subject, wherever it goes. */
export function isSubject(subject: Lane['subject']): SQL {
  if ('requestId' in subject) return eq(posts.requestId, subject.requestId)
  if ('alertId' in subject) return eq(posts.alertId, subject.alertId)
  if ('digestId' in subject) return eq(posts.digestId, subject.digestId)
  return eq(posts.principal, subject.principal)
}
