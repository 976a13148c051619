import type { MessengerHarness, Place, ShownMessage } from '@medikey/core/testing'
import { connectSlack } from '../src/connection/connectSlack.ts'
import { createFakeSlack } from './createFakeSlack.ts'
import type { FakeSlack } from './FakeSlack.ts'
import { readManifest } from './readManifest.ts'
import { renderText } from './renderText.ts'
import { silentLogger } from './silentLogger.ts'
import type { FakeMessage, Fault } from './World.ts'

const FAULTS = {
  'rate-limited': { kind: 'rate_limited', retryAfterSeconds: 3 },
  'lost-answer': { kind: 'drop', accepted: true },
  'lost-call': { kind: 'drop', accepted: false },
  'server-error': { kind: 'status', status: 503, accepted: false },
  'refused-token': { kind: 'error', error: 'invalid_auth' },
  'unknown-channel': { kind: 'error', error: 'channel_not_found' },
} as const

/** The Slack messenger over the double, for core's conformance suite. */
export async function openMessengerHarness(): Promise<MessengerHarness> {
  const slack = await createFakeSlack({ manifest: readManifest() })
  const { messenger, workspace } = await connectSlack({
    config: { mode: 'socket', botToken: slack.botToken, appToken: slack.appToken, apiUrl: slack.apiUrl },
    channels: { approvals: 'C0APPROVE', alerts: 'C0ALERTS' },
    logger: silentLogger,
  })
  return {
    messenger,
    workspace,
    userId: 'U0NADIA',
    secrets: [slack.botToken, slack.appToken, slack.signingSecret],
    list: async (place) => findMessages(slack, place).map((message) => toShown(slack, message)),
    disturb(disturbance) {
      slack.fail({ method: 'chat.postMessage', ...FAULTS[disturbance] } satisfies Fault)
    },
    // Slack knows a message by nothing but what it holds.
    forgetKeys() {},
    close: slack.close,
  }
}

function findMessages(slack: FakeSlack, place: Place): readonly FakeMessage[] {
  if (place === 'approvals') return slack.messages('C0APPROVE')
  if (place === 'alerts') return slack.messages('C0ALERTS')
  if ('below' in place) return slack.thread({ channel: place.below.channel, ts: place.below.messageId })
  return slack.directMessages(place.direct)
}

/** Reads blocks and the notification text alike: a mention pings from either. */
function toShown(slack: FakeSlack, message: FakeMessage): ShownMessage {
  const inlines = message.blocks.flatMap((block) =>
    block.type === 'rich_text' ? block.elements.flatMap((section) => section.elements) : [],
  )
  const markup = [message.text, ...message.blocks.flatMap(listMarkup)].join('\n')
  return {
    text: renderText(message),
    mentions: [
      ...inlines.flatMap((inline) => (inline.type === 'user' ? [inline.user_id] : [])),
      ...[...markup.matchAll(/<@(\w+)/g)].map((match) => match[1] ?? ''),
    ],
    isBroadcast: /<!(?:channel|here|everyone|subteam)/.test(markup),
    links: [
      ...inlines.flatMap((inline) =>
        inline.type === 'link' && inline.text !== inline.url ? [inline.url] : [],
      ),
      ...[...markup.matchAll(/<(https?:[^|>]+)/g)].map((match) => match[1] ?? ''),
    ],
    images: message.blocks.flatMap((block) => {
      if (block.type !== 'image') return []
      const file = slack.files().find(({ id }) => id === block.slack_file.id)
      return [{ alt: block.alt_text, png: file?.bytes ?? new Uint8Array() }]
    }),
    buttons: message.blocks.flatMap((block) =>
      block.type === 'actions' ? block.elements.flatMap((element) => element.value ?? []) : [],
    ),
  }
}

function listMarkup(block: FakeMessage['blocks'][number]): string[] {
  const texts =
    block.type === 'section'
      ? [block.text, ...(block.fields ?? [])]
      : block.type === 'context'
        ? block.elements
        : []
  return texts.flatMap((text) => (text?.type === 'mrkdwn' ? [text.text] : []))
}
