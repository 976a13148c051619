import type { Writable } from 'node:stream'
import { isDeepStrictEqual } from 'node:util'
import type { Message, MessageRef, Messenger, Posting } from '@medikey/core'
import { createTerminal } from './createTerminal.ts'
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
}): Messenger {
  const terminal = createTerminal(options)
  const posted = new Map<string, MessageRef>()
  const shown = new Map<string, Message>()

  const postOnce = (posting: Posting, channel: string, show: (message: Message) => void): MessageRef => {
    const known = posted.get(posting.key)
    if (known !== undefined) return known
    const { platform, workspace } = terminalAccount('')
    const ref = { platform, workspace, channel, messageId: posting.key }
    show(posting.message)
    posted.set(posting.key, ref)
    return ref
  }

  return {
    platform: 'terminal',
    async postCard(posting) {
      return postOnce(posting, '#approvals', (message) => {
        shown.set(posting.key, message)
        terminal.showCard({ header: '#approvals', message })
      })
    },
    async updateCard({ ref, message }) {
      const before = shown.get(ref.messageId)
      if (isDeepStrictEqual(before, message)) return
      shown.set(ref.messageId, message)
      terminal.showCard({
        header: `${ref.channel}, edited`,
        message: before === undefined ? message : toEdit({ before, after: message }),
      })
    },
    async postThread(posting) {
      return postOnce(posting, posting.ref.channel, (message) =>
        terminal.showReply({ header: `${posting.ref.channel}, thread`, message }),
      )
    },
    async notifyUser(posting) {
      return postOnce(posting, `@${posting.userId}`, (message) =>
        terminal.showMessage({ header: `Direct message to @${posting.userId}`, message }),
      )
    },
    async postAlert(posting) {
      return postOnce(posting, '#alerts', (message) => terminal.showMessage({ header: '#alerts', message }))
    },
  }
}
