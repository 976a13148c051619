import type { MessengerHarness, Place, ShownMessage } from '@medikey/core/testing'
import { connectDiscord } from '../src/connection/connectDiscord.ts'
import { createFakeDiscord } from './createFakeDiscord.ts'
import { createRecordedLogger } from './createRecordedLogger.ts'
import type { FakeDiscord } from './FakeDiscord.ts'
import { renderText } from './renderText.ts'
import { listComponents } from './schemas/listComponents.ts'
import type { FakeMessage, Fault } from './World.ts'

const FAULTS = {
  'rate-limited': { kind: 'rate_limited', retryAfterSeconds: 3 },
  'lost-answer': { kind: 'drop', accepted: true },
  'lost-call': { kind: 'drop', accepted: false },
  'server-error': { kind: 'status', status: 503, accepted: false },
  'refused-token': { kind: 'error', status: 401, code: 0 },
  'unknown-channel': { kind: 'error', status: 404, code: 10_003 },
} as const

/** Longer than the double remembers a nonce. */
const NONCE_LIFE_MS = 6 * 60_000

/** The Discord messenger over the double, for core's conformance suite. */
export async function openMessengerHarness(): Promise<MessengerHarness> {
  let aheadMs = 0
  const discord = await createFakeDiscord({ clock: { now: () => new Date(Date.now() + aheadMs) } })
  const { messenger, workspace, rest } = await connectDiscord({
    config: { token: discord.token, apiUrl: discord.apiUrl },
    channels: discord.channels,
    logger: createRecordedLogger().logger,
  })
  // The suite posts more in a second than Discord takes, and the double takes it.
  rest.options.globalRequestsPerSecond = Number.POSITIVE_INFINITY
  rest.globalRemaining = Number.POSITIVE_INFINITY
  return {
    messenger,
    workspace,
    userId: discord.users.nadia,
    secrets: [discord.token],
    list: async (place) => findMessages(discord, place).map(toShown),
    disturb(disturbance) {
      discord.fail({ route: 'POST /channels/:channel/messages', ...FAULTS[disturbance] } satisfies Fault)
    },
    forgetKeys() {
      aheadMs += NONCE_LIFE_MS
    },
    close: discord.close,
  }
}

function findMessages(discord: FakeDiscord, place: Place): readonly FakeMessage[] {
  if (place === 'approvals') return discord.messages(discord.channels.approvals)
  if (place === 'alerts') return discord.messages(discord.channels.alerts)
  if ('below' in place) return discord.thread({ id: place.below.messageId })
  return discord.directMessages(place.direct)
}

function toShown(message: FakeMessage): ShownMessage {
  const components = listComponents(message.components)
  // Within code nothing is a link.
  const markup = components
    .flatMap((one) => ('content' in one ? [one.content] : []))
    .join('\n')
    .replace(/(?<!\\)`[^`\n]+`/g, '')
  return {
    text: renderText(message),
    mentions: message.mentions,
    isBroadcast: message.mentionsEveryone,
    links: [...markup.matchAll(/(?<!\\)\[(?:\\.|[^\]\\])*\]\(([^)]+)\)/g)].map((match) => match[1] ?? ''),
    images: components.flatMap((one) =>
      one.type !== 12
        ? []
        : one.items.map(({ media, description }) => ({
            alt: description ?? '',
            png:
              message.attachments.find(({ filename }) => media.url === `attachment://${filename}`)?.bytes ??
              new Uint8Array(),
          })),
    ),
    buttons: components.flatMap((one) => ('custom_id' in one ? [one.custom_id.split(':').at(-1) ?? ''] : [])),
  }
}
