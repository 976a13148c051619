import type { Deps } from '../Deps.ts'
import { findRecipient } from '../identities/findRecipient.ts'
import type { MessageRef, Post } from '../model/Post.ts'
import type { Messenger } from '../ports/Messenger.ts'
import { composeNews } from './composeNews.ts'
import { linkCard } from './linkCard.ts'

/**
 * Posts what is said once: to a person, or below the message of a request or an alert.
 *
 * @returns where it stands; null when there is nobody or nothing that it could go to
 */
export async function postMessage(
  deps: Deps,
  options: { post: Post; messenger: Messenger },
): Promise<MessageRef | null> {
  const { post, messenger } = options
  const { subject } = post.lane
  const { platform } = messenger
  const message = post.event === null ? post.message : await composeNews(deps, { event: post.event })
  if (message === null) return null
  const isShown = 'requestId' in subject || 'alertId' in subject
  const card = isShown ? await deps.store.getCard({ ...subject, platform }) : null
  const posting = { key: post.id, message: linkCard(message, { card }), maybePosted: post.attempts > 1 }
  if (post.kind === 'direct') {
    const account = await findRecipient(deps, { recipient: post.recipient, platform })
    return account === null ? null : messenger.notifyUser({ ...posting, ...account })
  }
  return card === null ? null : messenger.postThread({ ...posting, ref: card })
}
