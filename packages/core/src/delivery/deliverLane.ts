import type { Deps } from '../Deps.ts'
import { MessengerError } from '../errors/MessengerError.ts'
import { findRecipient } from '../identities/findRecipient.ts'
import type { Lane, MessageRef, Post } from '../model/Post.ts'
import type { DrawCharts } from '../ports/DrawCharts.ts'
import type { Messenger } from '../ports/Messenger.ts'
import type { PostOutcome } from '../ports/Store.ts'
import { composeCard } from './composeCard.ts'
import { linkCard } from './linkCard.ts'
import { type PreparedDigest, prepareDigest } from './prepareDigest.ts'
import { tellUndeliverable } from './tellUndeliverable.ts'

/**
 * How long a post may be held, in milliseconds. A messenger's own time limit lies below it, so a claim that is older
 * belongs to a process that died.
 *
 * @example
 * const staleBefore = new Date(clock.now().getTime() - CLAIM_MS)
 */
export const CLAIM_MS = 6_000
const RETRY_MS = [1_000, 2_000, 5_000, 15_000, 60_000] as const

/** What became of one post. */
export type Delivery = { readonly post: Post; readonly outcome: PostOutcome }

/**
 * Sends what waits in a lane, in its order, until nothing is left or the platform wants a pause. Several processes may
 * try at once: each post is held by one of them.
 *
 * A send that fails is no error: it is tried again later or given up, and stands in the outcome.
 *
 * @param options.drawCharts draws the pictures of a digest; without it words go alone
 * @returns what was tried, for the log
 * @throws StoreUnavailableError and other errors of the store
 * @example
 * const deliveries = await deliverLane(deps, { lane: { subject: { requestId }, platform: 'slack' }, messenger, drawCharts })
 */
export async function deliverLane(
  deps: Deps,
  options: { lane: Lane; messenger: Messenger; drawCharts?: DrawCharts },
): Promise<Delivery[]> {
  const { lane, messenger } = options
  const deliveries: Delivery[] = []
  // Drawing takes a while, and nobody holds a post for that long.
  const digest = await prepareDigest(deps, options)
  for (;;) {
    const now = deps.clock.now()
    const post = await deps.store.claimPost({ lane, now, staleBefore: new Date(now.getTime() - CLAIM_MS) })
    if (post === null) return deliveries
    const outcome = await send(deps, { post, messenger, digest })
    await deps.store.settlePost({
      id: post.id,
      attempts: post.attempts,
      revision: post.revision,
      outcome,
      at: deps.clock.now(),
    })
    if (post.kind === 'card' && post.ref === null && 'failed' in outcome)
      await tellUndeliverable(deps, { post })
    deliveries.push({ post, outcome })
    if ('retryAt' in outcome) return deliveries
  }
}

type Sending = { post: Post; messenger: Messenger; digest: PreparedDigest | null }

async function send(deps: Deps, options: Sending): Promise<PostOutcome> {
  const { post } = options
  try {
    const ref = await dispatch(deps, options)
    return ref === null ? { failed: 'Nobody to send it to.' } : { sent: ref }
  } catch (error) {
    const message =
      error instanceof MessengerError ? error.shortMessage : 'The message could not be composed or sent.'
    if (error instanceof MessengerError && error.retryAfterMs === null) return { failed: message }
    // A card counts its edits as attempts too; showing its state again never waits long.
    const failures = post.ref === null ? post.attempts - 1 : 0
    const backoff = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 60_000
    const delayMs =
      error instanceof MessengerError
        ? Math.max(error.retryAfterMs ?? 0, error.ambiguous ? backoff : 0)
        : backoff
    return { retryAt: new Date(deps.clock.now().getTime() + delayMs), error: message }
  }
}

async function dispatch(deps: Deps, options: Sending): Promise<MessageRef | null> {
  const { post, messenger, digest } = options
  const { subject } = post.lane
  const maybePosted = post.attempts > 1
  const { platform } = messenger
  if (post.kind === 'card') {
    if (!('requestId' in subject)) return null
    const { requestId } = subject
    const message = await composeCard(deps, { requestId })
    if (message === null) return null
    if (post.ref === null) {
      const posting = { key: post.id, requestId, message, maybePosted }
      if (post.recipient === null) return messenger.postCard({ ...posting, userId: null })
      const account = await findRecipient(deps, { recipient: post.recipient, platform })
      return account === null ? null : messenger.postCard({ ...posting, ...account })
    }
    await messenger.updateCard({ key: post.id, requestId, message, ref: post.ref })
    return post.ref
  }
  if (post.kind === 'digest') {
    return digest === null ? null : messenger.postDigest({ key: post.id, ...digest, maybePosted })
  }
  if (post.message === null) return null
  const card =
    'requestId' in subject ? await deps.store.getCard({ requestId: subject.requestId, platform }) : null
  const posting = { key: post.id, message: linkCard(post.message, { card }), maybePosted }
  if (post.kind === 'alert' && 'alertId' in subject)
    return messenger.postAlert({ ...posting, alertId: subject.alertId })
  if (post.kind === 'direct') {
    const account = await findRecipient(deps, { recipient: post.recipient, platform })
    return account === null ? null : messenger.notifyUser({ ...posting, ...account })
  }
  return card === null ? null : messenger.postThread({ ...posting, ref: card })
}
