import type { Deps } from '../Deps.ts'
import { MessengerError } from '../errors/MessengerError.ts'
import type { Lane, MessageRef, Post } from '../model/Post.ts'
import type { DrawCharts } from '../ports/DrawCharts.ts'
import type { Messenger } from '../ports/Messenger.ts'
import type { PostOutcome } from '../ports/Store.ts'
import type { Webhook } from '../ports/Webhook.ts'
import { composePayload } from './composePayload.ts'
import { postMessage } from './postMessage.ts'
import { type PreparedDigest, prepareDigest } from './prepareDigest.ts'
import { showCard } from './showCard.ts'
import { tellUndeliverable } from './tellUndeliverable.ts'

/**
 * How long a post may be held, in milliseconds. Composing it and a messenger's own time limit lie below it together, so a
 * claim that is older belongs to a process that died.
 *
 * @example
 * const staleBefore = new Date(clock.now().getTime() - CLAIM_MS)
 */
export const CLAIM_MS = 7_000
const NOBODY = { failed: 'Nobody to send it to.' } as const
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
  options: { lane: Lane; messenger: Messenger | Webhook; drawCharts?: DrawCharts },
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
    const isOurs = await deps.store.settlePost({
      id: post.id,
      attempts: post.attempts,
      revision: post.revision,
      outcome,
      at: deps.clock.now(),
    })
    // Whoever took it over may have posted it too: looking for it again leaves one of them.
    if (!isOurs && 'sent' in outcome && post.ref === null)
      await send(deps, { post: { ...post, attempts: post.attempts + 1 }, messenger, digest })
    if (post.kind === 'card' && post.ref === null && 'failed' in outcome)
      await tellUndeliverable(deps, { post })
    deliveries.push({ post, outcome })
    if ('retryAt' in outcome) return deliveries
  }
}

type Sending = { post: Post; messenger: Messenger | Webhook; digest: PreparedDigest | null }

async function send(deps: Deps, options: Sending): Promise<PostOutcome> {
  const { post } = options
  try {
    return await dispatch(deps, options)
  } catch (error) {
    const message =
      error instanceof MessengerError ? error.shortMessage : 'The message could not be composed or sent.'
    // Of an alert there is more to tell: who tidies a channel has not ended it.
    if (error instanceof MessengerError && error.isGone && post.kind === 'alert' && post.ref !== null)
      return { gone: message }
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

async function dispatch(deps: Deps, options: Sending): Promise<PostOutcome> {
  const { post, messenger, digest } = options
  if (messenger.platform === 'webhook') {
    if (post.event === null) return NOBODY
    const payload = composePayload({ event: post.event, settings: deps.settings })
    await messenger.postEvent({ key: post.id, payload })
    return { sent: null }
  }
  const ref = await show(deps, { post, messenger, digest })
  return ref === null ? NOBODY : { sent: ref }
}

async function show(
  deps: Deps,
  options: { post: Post; messenger: Messenger; digest: PreparedDigest | null },
): Promise<MessageRef | null> {
  const { post, messenger, digest } = options
  if (post.kind === 'card' || post.kind === 'alert') return showCard(deps, { post, messenger })
  if (post.kind !== 'digest') return postMessage(deps, { post, messenger })
  if (digest === null) return null
  return messenger.postDigest({ key: post.id, ...digest, maybePosted: post.attempts > 1 })
}
