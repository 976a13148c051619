import {
  type Image,
  type Message,
  type MessageRef,
  type Messenger,
  MessengerError,
  type Posting,
} from '@medikey/core'
import type { types } from '@slack/bolt'
import { z } from 'zod'
import { toBlocks } from './blocks/toBlocks.ts'
import { toFallbackText } from './blocks/toFallbackText.ts'
import { openDirect } from './connection/openDirect.ts'
import type { SlackWorkspace } from './connection/SlackWorkspace.ts'
import { startBudget } from './connection/startBudget.ts'
import { toMessengerError } from './errors/toMessengerError.ts'
import { createUploads, type UploadedImage } from './files/createUploads.ts'
import { postWithImages } from './files/postWithImages.ts'
import { keepOnePosted } from './metadata/keepOnePosted.ts'
import { toMetadata } from './metadata/toMetadata.ts'

const postedSchema = z.object({ channel: z.string().min(1), ts: z.string().min(1) })

type Place = { readonly at: SlackWorkspace; readonly channel: string; readonly threadTs: string | null }
/** A posting, and what its message shows where it will be edited. */
type Shown = Posting & {
  readonly requestId?: string
  readonly alertId?: string
  readonly images?: readonly UploadedImage[]
}
type Content = { text: string; blocks: types.KnownBlock[] }

/**
 * Core's way into Slack. Each message carries its key in its metadata, so that a second try finds what a first one
 * posted although no answer came.
 *
 * @param deps.workspaces the one of the channels first
 * @param options.channels ids of the channels for cards and for alerts
 */
export function createSlackMessenger(
  deps: { workspaces: readonly [SlackWorkspace, ...SlackWorkspace[]] },
  options: { channels: { approvals: string; alerts: string } },
): Messenger {
  const { workspaces } = deps
  const [home] = workspaces
  const { channels } = options
  /** A direct message channel never changes. */
  const directChannels = new Map<string, string>()
  const uploads = createUploads()

  const toContent = (
    message: Message,
    at: SlackWorkspace,
    images: readonly UploadedImage[] = [],
  ): Content => ({
    text: toFallbackText(message),
    blocks: toBlocks(message, { ...at, images }),
  })
  const toRef = (posted: { channel: string; ts: string }, { workspace }: SlackWorkspace): MessageRef => ({
    platform: 'slack',
    workspace,
    channel: posted.channel,
    messageId: posted.ts,
  })

  function findWorkspace(id: string): SlackWorkspace {
    const found = workspaces.find(({ workspace }) => workspace === id)
    if (found !== undefined) return found
    throw new MessengerError({
      platform: 'slack',
      shortMessage: `No token of SLACK_BOT_TOKEN is for the workspace ${id}. Add its token, separated by a comma.`,
      retryAfterMs: null,
      ambiguous: false,
    })
  }

  async function post(place: Place, posting: Shown, budget = startBudget()): Promise<MessageRef> {
    const { at, channel, threadTs } = place
    const { key, message, maybePosted } = posting
    if (maybePosted) {
      const ts = await keepOnePosted(at, { channel, threadTs, key })
      if (ts !== null) return toRef({ channel, ts }, at)
    }
    budget.check({ maybePosted })
    const answer = await at.client.chat.postMessage({
      channel,
      ...toContent(message, at, posting.images),
      ...(threadTs === null ? {} : { thread_ts: threadTs }),
      metadata: toMetadata(posting),
      unfurl_links: false,
      unfurl_media: false,
    })
    const posted = postedSchema.parse(answer)
    // Whoever was believed dead may have posted it since it was looked for.
    const kept = maybePosted ? await keepOnePosted(at, { channel: posted.channel, threadTs, key }) : null
    return toRef({ channel: posted.channel, ts: kept ?? posted.ts }, at)
  }

  async function getDirect({ workspace, client }: SlackWorkspace, userId: string): Promise<string> {
    const known = directChannels.get(`${workspace}/${userId}`)
    if (known !== undefined) return known
    const opened = await openDirect(client, { userId })
    directChannels.set(`${workspace}/${userId}`, opened)
    return opened
  }

  async function postDirect(to: { workspace: string; userId: string }, posting: Shown): Promise<MessageRef> {
    const budget = startBudget()
    const at = findWorkspace(to.workspace)
    return post({ at, channel: await getDirect(at, to.userId), threadTs: null }, posting, budget)
  }

  async function postDigest(posting: Posting & { readonly images: readonly Image[] }): Promise<MessageRef> {
    const { key, maybePosted } = posting
    const place = { at: home, channel: channels.alerts, threadTs: null }
    const budget = startBudget()
    const ts = maybePosted
      ? await keepOnePosted(home, { channel: channels.alerts, threadTs: null, key })
      : null
    if (ts !== null) return toRef({ channel: channels.alerts, ts }, home)
    return postWithImages(
      { uploads },
      { ...posting, at: home, post: (shown) => post(place, { ...posting, ...shown }, budget) },
    )
  }

  return {
    platform: 'slack',
    postCard: (posting) =>
      mapErrors(() =>
        posting.userId === null
          ? post({ at: home, channel: channels.approvals, threadTs: null }, posting)
          : postDirect(posting, posting),
      ),
    postAlert: (posting) =>
      mapErrors(() => post({ at: home, channel: channels.alerts, threadTs: null }, posting)),
    postDigest: (posting) => mapErrors(() => postDigest(posting)),
    postThread: ({ ref, ...posting }) =>
      mapErrors(async () => {
        const at = findWorkspace(ref.workspace)
        return post({ at, channel: ref.channel, threadTs: ref.messageId }, posting)
      }),
    notifyUser: (posting) => mapErrors(() => postDirect(posting, posting)),
    updateCard: ({ ref, message, ...shown }) =>
      mapErrors(async () => {
        const at = findWorkspace(ref.workspace)
        await at.client.chat.update({
          channel: ref.channel,
          ts: ref.messageId,
          ...toContent(message, at),
          metadata: toMetadata(shown),
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
