import type { Message, MessageRef, Messenger, Posting } from '@medikey/core'
import type { types } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { Team } from './blocks/Team.ts'
import { toBlocks } from './blocks/toBlocks.ts'
import { toFallbackText } from './blocks/toFallbackText.ts'
import { openDirect } from './connection/openDirect.ts'
import { startBudget } from './connection/startBudget.ts'
import { toMessengerError } from './errors/toMessengerError.ts'
import { findPosted } from './metadata/findPosted.ts'
import { toMetadata } from './metadata/toMetadata.ts'

const postedSchema = z.object({ channel: z.string().min(1), ts: z.string().min(1) })

type Place = { readonly channel: string; readonly threadTs: string | null }
type Content = { text: string; blocks: types.KnownBlock[] }

/**
 * Core's way into Slack. Each message carries its key in its metadata, so that a second try finds what a first one
 * posted although no answer came.
 *
 * @param options.channels ids of the channels for cards and for alerts
 */
export function createSlackMessenger(
  deps: Team & { client: WebClient; bot: { userId: string; botId: string | null } },
  options: { channels: { approvals: string; alerts: string } },
): Messenger {
  const { client, workspace } = deps
  const { channels } = options
  /** A direct message channel never changes. */
  const directChannels = new Map<string, string>()

  const toContent = (message: Message): Content => ({
    text: toFallbackText(message),
    blocks: toBlocks(message, deps),
  })
  const toRef = (posted: { channel: string; ts: string }): MessageRef => ({
    platform: 'slack',
    workspace,
    channel: posted.channel,
    messageId: posted.ts,
  })

  async function post(
    place: Place,
    posting: Posting & { requestId?: string },
    budget = startBudget(),
  ): Promise<MessageRef> {
    const { key, message, maybePosted, requestId } = posting
    if (maybePosted) {
      const ts = await findPosted(deps, { ...place, key })
      if (ts !== null) return toRef({ channel: place.channel, ts })
    }
    budget.check({ maybePosted })
    const answer = await client.chat.postMessage({
      channel: place.channel,
      ...toContent(message),
      ...(place.threadTs === null ? {} : { thread_ts: place.threadTs }),
      metadata: toMetadata({ key, requestId }),
      unfurl_links: false,
      unfurl_media: false,
    })
    return toRef(postedSchema.parse(answer))
  }

  async function getDirect(userId: string): Promise<string> {
    const known = directChannels.get(userId)
    if (known !== undefined) return known
    const opened = await openDirect(client, { userId })
    directChannels.set(userId, opened)
    return opened
  }

  async function postDirect(userId: string, posting: Posting & { requestId?: string }): Promise<MessageRef> {
    const budget = startBudget()
    return post({ channel: await getDirect(userId), threadTs: null }, posting, budget)
  }

  return {
    platform: 'slack',
    postCard: ({ userId, ...posting }) =>
      mapErrors(() =>
        userId === null
          ? post({ channel: channels.approvals, threadTs: null }, posting)
          : postDirect(userId, posting),
      ),
    postAlert: (posting) => mapErrors(() => post({ channel: channels.alerts, threadTs: null }, posting)),
    postThread: ({ ref, ...posting }) =>
      mapErrors(() => post({ channel: ref.channel, threadTs: ref.messageId }, posting)),
    notifyUser: ({ userId, ...posting }) => mapErrors(() => postDirect(userId, posting)),
    updateCard: ({ ref, message, requestId, key }) =>
      mapErrors(async () => {
        await client.chat.update({
          channel: ref.channel,
          ts: ref.messageId,
          ...toContent(message),
          metadata: toMetadata({ key, requestId }),
        })
      }),
  }
}

async function mapErrors<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    throw toMessengerError(error)
  }
}
