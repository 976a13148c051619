import type { Channels } from '@medikey/runtime'
import { type SlackConnection, toMessengerError } from '@medikey/slack'
import type { Check } from './Check.ts'
import { toFailedCheck } from './toFailedCheck.ts'

/** Says whether a channel is open to the app: without that, whatever is posted there would be lost. */
export async function checkSlackChannel(
  { client }: Pick<SlackConnection, 'client'>,
  options: { channel: keyof Channels; channels: Channels },
): Promise<Check> {
  const { channel, channels } = options
  const name = `slack ${channel}`
  try {
    await client.conversations.history({ channel: channels[channel], limit: 1 })
    return { name, ok: true, detail: `The app is in channel ${channels[channel]}.` }
  } catch (error) {
    const failed = toFailedCheck(name, toMessengerError(error))
    return { ...failed, detail: `Channel ${channels[channel]}: ${failed.detail}` }
  }
}
