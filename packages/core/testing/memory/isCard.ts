import type { Post } from '../../src/model/Post.ts'

/** Whether the post is the one message of its subject, shown again whenever that moves. */
export function isCard({ kind }: Pick<Post, 'kind'>): boolean {
  return kind === 'card' || kind === 'alert'
}
