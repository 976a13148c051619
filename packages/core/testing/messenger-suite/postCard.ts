import type { MessageRef } from '../../src/model/Post.ts'
import type { Posting } from '../../src/ports/Messenger.ts'
import { card, requestId } from './card.ts'
import type { MessengerHarness } from './MessengerHarness.ts'

/** Posts the suite's card, or what is said instead; to the approvals channel, or to a person. */
export function postCard(
  harness: MessengerHarness,
  posting: Partial<Posting> = {},
  to: { workspace: string; userId: string } | { userId: null } = { userId: null },
): Promise<MessageRef> {
  return harness.messenger.postCard({
    key: 'card-1',
    message: card,
    maybePosted: false,
    requestId,
    ...to,
    ...posting,
  })
}
