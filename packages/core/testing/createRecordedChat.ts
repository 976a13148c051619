import { deliverLane } from '../src/delivery/deliverLane.ts'
import type { Message } from '../src/messages/Message.ts'
import { toPlainText } from '../src/messages/toPlainText.ts'
import type { AlertPayload } from '../src/model/AlertPayload.ts'
import type { MessageRef } from '../src/model/Post.ts'
import type { Messenger } from '../src/ports/Messenger.ts'
import type { Webhook } from '../src/ports/Webhook.ts'
import type { Clinic } from './createClinic.ts'

/** What people were shown, in order. */
export type Told = {
  readonly kind: 'card' | 'edit' | 'thread' | 'direct' | 'alert'
  /** The user id that it was for; null in a channel. */
  readonly to: string | null
  readonly message: Message
  /** All it says, without formatting. */
  readonly text: string
}

/** A chat that a clinic's messages are delivered to. */
export type RecordedChat = {
  /** Sends everything that waits; answers what was shown since the last call. */
  deliver(): Promise<Told[]>
  /** Tells the webhook what waits for it; answers what it was told since the last call. */
  deliverWebhook(): Promise<{ key: string; payload: AlertPayload }[]>
}

/**
 * Makes a chat in memory that takes a clinic's messages.
 *
 * @example
 * const { deliver } = createRecordedChat(clinic)
 * const told = await deliver()
 */
export function createRecordedChat(clinic: Clinic): RecordedChat {
  const { deps } = clinic
  const { platform, workspace } = clinic.account('cmo')
  const told: Told[] = []
  let count = 0
  const show = async (kind: Told['kind'], to: string | null, message: Message): Promise<MessageRef> => {
    told.push({ kind, to, message, text: toText(message) })
    count += 1
    return { platform, workspace, channel: to ?? 'C0APPROVE', messageId: `${count}.1` }
  }
  const messenger: Messenger = {
    platform,
    postCard: ({ userId, message }) => show('card', userId, message),
    updateCard: async ({ ref, message }) =>
      void (await show('edit', ref.channel === 'C0APPROVE' ? null : ref.channel, message)),
    postThread: ({ message }) => show('thread', null, message),
    notifyUser: ({ userId, message }) => show('direct', userId, message),
    postAlert: ({ message }) => show('alert', null, message),
    postDigest: ({ message }) => show('alert', null, message),
  }
  const heard: { key: string; payload: AlertPayload }[] = []
  const webhook: Webhook = {
    platform: 'webhook',
    async postEvent(event) {
      heard.push(event)
      return { status: 204 }
    },
  }
  const deliverTo = async (target: Messenger | Webhook) => {
    const now = deps.clock.now()
    const platforms = [target.platform]
    const lanes = await deps.store.listDueLanes({ now, staleBefore: now, platforms, limit: 100 })
    for (const lane of lanes) await deliverLane(deps, { lane, messenger: target })
  }
  return {
    async deliver() {
      await deliverTo(messenger)
      return told.splice(0)
    },
    async deliverWebhook() {
      await deliverTo(webhook)
      return heard.splice(0)
    },
  }
}

function toText({ title, paragraphs, fields, footer }: Message): string {
  return [
    title ?? '',
    ...paragraphs.map(toPlainText),
    ...fields.map(({ label, value }) => `${label}: ${toPlainText(value)}`),
    ...footer.map(toPlainText),
  ]
    .filter((line) => line !== '')
    .join('\n')
}
