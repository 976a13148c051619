import type { FakeMessage, World } from '../World.ts'
import { toWireMessage } from '../wire/toWireMessage.ts'

/** Tells the gateway about a message, unless only one person sees it. */
export function announceMessage(
  world: World,
  type: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE' | 'MESSAGE_DELETE',
  message: FakeMessage,
): void {
  if (message.visibleTo !== null) return
  const { id, channel: channelId } = message
  const guildId = world.channels.get(channelId)?.guildId ?? null
  world.dispatch({
    type,
    intent: guildId === null ? 'DirectMessages' : 'GuildMessages',
    data:
      type === 'MESSAGE_DELETE'
        ? { id, channel_id: channelId, ...(guildId === null ? {} : { guild_id: guildId }) }
        : {
            ...toWireMessage(world, message),
            ...(type === 'MESSAGE_CREATE' && message.nonce !== null ? { nonce: message.nonce } : {}),
          },
  })
}
