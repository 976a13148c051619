import type { MessageRef } from '../../src/model/Post.ts'
import type { Posting } from '../../src/ports/Messenger.ts'
import { alertId, requestId } from './card.ts'
import type { MessengerHarness, Place } from './MessengerHarness.ts'

type PostingWay = (posting: Posting) => Promise<{ ref: MessageRef; place: Place }>

/** Each way to post, with the place where it must land. */
export function toPostingWays(subject: () => MessengerHarness): Map<string, PostingWay> {
  return new Map<string, PostingWay>([
    [
      'a card',
      async (posting) => ({
        ref: await subject().messenger.postCard({ ...posting, requestId, userId: null }),
        place: 'approvals',
      }),
    ],
    [
      'a card for one person',
      async (posting) => {
        const { workspace, userId, messenger } = subject()
        return {
          ref: await messenger.postCard({ ...posting, requestId, workspace, userId }),
          place: { direct: userId },
        }
      },
    ],
    [
      'an alert',
      async (posting) => ({
        ref: await subject().messenger.postAlert({ ...posting, alertId }),
        place: 'alerts',
      }),
    ],
    [
      'a direct message',
      async (posting) => {
        const { workspace, userId, messenger } = subject()
        return {
          ref: await messenger.notifyUser({ ...posting, workspace, userId }),
          place: { direct: userId },
        }
      },
    ],
  ])
}
