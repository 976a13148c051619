import type { Writable } from 'node:stream'
import { isDeepStrictEqual } from 'node:util'
import type { Message, MessageRef, Posting } from '@medikey/core'
import { createTerminal } from './createTerminal.ts'
import type { Shown } from './Shown.ts'
import type { TerminalMessenger } from './TerminalMessenger.ts'
import { terminalAccount } from './terminalAccount.ts'
import { toEdit } from './toEdit.ts'

/**
 * A chat that is drawn on a stream instead of being sent anywhere: what the demo shows where no platform is configured.
 *
 * A message is known by its key, so posting the same one again draws nothing. The memory of that lasts as long as the
 * process: afterwards a message is drawn once more, which harms nobody.
 *
 * @param options.columns how wide it is drawn; 100 unless told
 * @param options.timeZone IANA name of the zone that times are shown in; the machine's own when left out
 * @example
 * const messenger = createTerminalMessenger({ out: process.stdout })
 */
export function createTerminalMessenger(options: {
  out: Writable
  timeZone?: string
  columns?: number
}): TerminalMessenger {
  const terminal = createTerminal(options)
  const posted = new Map<string, MessageRef>()
  const cards = new Map<string, Message>()
  const alerts = new Map<string, string>()
  const listeners = new Set<(shown: Shown) => void>()

  const show = (shown: Shown) => {
    terminal.show(shown)
    for (const listener of listeners) listener(shown)
  }
  const postOnce = (posting: Posting, place: Omit<Shown, 'message'> & { channel: string }): MessageRef => {
    const known = posted.get(posting.key)
    if (known !== undefined) return known
    const { platform, workspace } = terminalAccount('')
    const { channel, ...shown } = place
    const ref = { platform, workspace, channel, messageId: posting.key }
    show({ ...shown, message: posting.message })
    posted.set(posting.key, ref)
    return ref
  }

  return {
    platform: 'terminal',
    async postCard(posting) {
      const channel = posting.userId === null ? '#approvals' : `@${posting.userId}`
      const ref = postOnce(posting, {
        kind: 'card',
        header: toHeader(channel),
        userId: posting.userId,
        channel,
      })
      if (!cards.has(posting.key)) cards.set(posting.key, posting.message)
      return ref
    },
    async updateCard({ ref, message, ...subject }) {
      if ('alertId' in subject) alerts.set(ref.messageId, subject.alertId)
      const before = cards.get(ref.messageId)
      if (isDeepStrictEqual(before, message)) return
      cards.set(ref.messageId, message)
      show({
        kind: 'card',
        header: `${toHeader(ref.channel)}, edited`,
        userId: ref.channel.startsWith('@') ? ref.channel.slice(1) : null,
        message: before === undefined ? message : toEdit({ before, after: message }),
      })
    },
    async postThread(posting) {
      const { channel, messageId } = posting.ref
      // Many messages stand between the two here.
      const alertId = alerts.get(messageId)
      const header = `${channel}, thread${alertId === undefined ? '' : ` of alert ${alertId}`}`
      return postOnce(posting, { kind: 'reply', header, userId: null, channel })
    },
    async notifyUser(posting) {
      const { userId } = posting
      const channel = `@${userId}`
      return postOnce(posting, { kind: 'message', header: toHeader(channel), userId, channel })
    },
    async postAlert(posting) {
      const ref = postOnce(posting, { kind: 'card', header: '#alerts', userId: null, channel: '#alerts' })
      if (!cards.has(posting.key)) cards.set(posting.key, posting.message)
      alerts.set(ref.messageId, posting.alertId)
      return ref
    },
    /** A terminal shows no pictures: what they tell stands in the words, and `medikey digest` draws them as files. */
    async postDigest(posting) {
      return postOnce(posting, { kind: 'message', header: '#alerts', userId: null, channel: '#alerts' })
    },
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

function toHeader(channel: string): string {
  return channel.startsWith('@') ? `Direct message to ${channel}` : channel
}
