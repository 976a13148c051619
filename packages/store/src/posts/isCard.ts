import { inArray } from 'drizzle-orm'
import { posts } from '../schema/posts.ts'

/** The condition that a post is the one message of its subject, shown again whenever that moves. */
export const isCard = inArray(posts.kind, ['card', 'alert'])
