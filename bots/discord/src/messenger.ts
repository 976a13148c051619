import type { Image, MessageRef, Messenger, Posting } from '@medikey/core'
import { DiscordAPIError, type REST, Routes } from 'discord.js'
import { z } from 'zod'
import { toContent } from './components/toContent.ts'
import { openDirect } from './connection/openDirect.ts'
import { openThread } from './connection/openThread.ts'
import { toMessengerError } from './errors/toMessengerError.ts'
import { keepOnePosted } from './metadata/keepOnePosted.ts'
import { toMetadata } from './metadata/toMetadata.ts'
import { noGuild } from './payloads/noGuild.ts'

/** Sooner than core lets another process try the same. */
const ATTEMPT_MS = 5000
const UNKNOWN_CHANNEL = 10_003
const MISSING_PERMISSIONS = 50_013

const postedSchema = z.object({ id: z.string().min(1), channel_id: z.string().min(1) })

type Place = { readonly channel: string; readonly guild: string }

/**
 * Core's way into Discord. Each message carries its key in the numbers of its components, so that a second try finds
 * what a first one posted although no answer came.
 *
 * @param options.channels ids of the channels for cards and for alerts
 */
export function createDiscordMessenger(
  deps: { rest: REST; workspace: string; bot: { userId: string } },
  options: { channels: { approvals: string; alerts: string } },
): Messenger {
  const { rest, workspace } = deps
  const { channels } = options
  /** A direct message channel never changes. */
  const directChannels = new Map<string, string>()

  async function post(
    place: Place,
    posting: Posting & { images?: readonly Image[] },
    signal: AbortSignal,
  ): Promise<MessageRef> {
    const { message, maybePosted, images = [] } = posting
    const metadata = toMetadata(posting)
    const toRef = (messageId: string): MessageRef => ({
      platform: 'discord',
      workspace: place.guild,
      channel: place.channel,
      messageId,
    })
    const keepOne = () => keepOnePosted(deps, { channel: place.channel, metadata, signal })
    if (maybePosted) {
      const kept = await keepOne()
      if (kept !== null) return toRef(kept)
    }
    const posted = await rest.post(Routes.channelMessages(place.channel), {
      body: {
        ...toContent(message, { workspace, metadata, images }),
        nonce: metadata.nonce,
        enforce_nonce: true,
      },
      files: images.map(({ name, png }) => ({ name, data: Buffer.from(png), contentType: 'image/png' })),
      signal,
    })
    // Whoever was believed dead may have posted it since it was looked for.
    const kept = maybePosted ? await keepOne() : null
    return toRef(kept ?? postedSchema.parse(posted).id)
  }

  /** A thread has the id of the message that it hangs below, and is there once something was told in it. */
  async function postBelow(ref: MessageRef, posting: Posting, signal: AbortSignal): Promise<MessageRef> {
    const thread = { channel: ref.messageId, guild: ref.workspace }
    try {
      return await post(thread, posting, signal)
    } catch (error) {
      if (!(error instanceof DiscordAPIError) || error.code !== UNKNOWN_CHANNEL) throw error
    }
    await openThread(rest, { ref, signal })
    return post(thread, { ...posting, maybePosted: false }, signal)
  }

  async function getDirect(userId: string, signal: AbortSignal): Promise<Place> {
    const channel = directChannels.get(userId) ?? (await openDirect(rest, { userId, signal }))
    directChannels.set(userId, channel)
    return { channel, guild: noGuild }
  }

  async function postDirect(userId: string, posting: Posting, signal: AbortSignal): Promise<MessageRef> {
    return post(await getDirect(userId, signal), posting, signal)
  }

  /** Where the bot may attach no files, the words go alone and say so. */
  async function postDigest(
    posting: Posting & { images: readonly Image[] },
    signal: AbortSignal,
  ): Promise<MessageRef> {
    const place = inGuild(channels.alerts)
    try {
      return await post(place, posting, signal)
    } catch (error) {
      const isForbidden = error instanceof DiscordAPIError && error.code === MISSING_PERMISSIONS
      if (!isForbidden || posting.images.length === 0) throw error
    }
    const why = 'Without its pictures: allow the bot Attach Files in this channel.'
    const message = { ...posting.message, footer: [...posting.message.footer, [why]] }
    return post(place, { ...posting, message, images: [], maybePosted: false }, signal)
  }

  const inGuild = (channel: string): Place => ({ channel, guild: workspace })
  return {
    platform: 'discord',
    postCard: ({ userId, ...posting }) =>
      mapErrors((signal) =>
        userId === null
          ? post(inGuild(channels.approvals), posting, signal)
          : postDirect(userId, posting, signal),
      ),
    postAlert: (posting) => mapErrors((signal) => post(inGuild(channels.alerts), posting, signal)),
    postDigest: (posting) => mapErrors((signal) => postDigest(posting, signal)),
    postThread: ({ ref, ...posting }) => mapErrors((signal) => postBelow(ref, posting, signal)),
    notifyUser: ({ userId, ...posting }) => mapErrors((signal) => postDirect(userId, posting, signal)),
    updateCard: ({ ref, message, key }) =>
      mapErrors(async (signal) => {
        await rest.patch(Routes.channelMessage(ref.channel, ref.messageId), {
          body: toContent(message, { workspace, metadata: toMetadata({ key }) }),
          signal,
        })
      }),
  }
}

/** One time limit for all calls of an attempt. */
async function mapErrors<T>(call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  try {
    return await call(AbortSignal.timeout(ATTEMPT_MS))
  } catch (error) {
    throw toMessengerError(error)
  }
}
