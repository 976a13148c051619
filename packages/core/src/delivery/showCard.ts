import type { Deps } from '../Deps.ts'
import { findRecipient } from '../identities/findRecipient.ts'
import type { MessageRef, Post } from '../model/Post.ts'
import type { Messenger } from '../ports/Messenger.ts'
import { composeAlert } from './composeAlert.ts'
import { composeCard } from './composeCard.ts'

/**
 * Shows the one message of a request or an alert as it stands: posts it the first time, edits it afterwards.
 *
 * @returns where it stands; null when there is nothing to show or nobody to show it to
 */
export async function showCard(
  deps: Deps,
  options: { post: Post; messenger: Messenger },
): Promise<MessageRef | null> {
  const { post, messenger } = options
  const { subject } = post.lane
  if (!('requestId' in subject || 'alertId' in subject)) return null
  const message = await ('requestId' in subject ? composeCard(deps, subject) : composeAlert(deps, subject))
  if (message === null) return null
  const { id: key, ref, recipient } = post
  if (ref !== null) {
    await messenger.updateCard({ key, ...subject, message, ref })
    return ref
  }
  const posting = { key, message, maybePosted: post.attempts > 1 }
  if ('alertId' in subject) return messenger.postAlert({ ...posting, ...subject })
  if (recipient === null) return messenger.postCard({ ...posting, ...subject, userId: null })
  const account = await findRecipient(deps, { recipient, platform: messenger.platform })
  return account === null ? null : messenger.postCard({ ...posting, ...subject, ...account })
}
