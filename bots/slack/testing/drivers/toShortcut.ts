import { toWireMessage } from '../methods/toWireMessage.ts'
import { listScopes } from '../server/listScopes.ts'
import type { FakeMessage, World } from '../World.ts'
import type { Parcel } from './createCourier.ts'
import { getUserOrThrow } from './getUserOrThrow.ts'
import { issueResponseUrl } from './issueResponseUrl.ts'
import { toInteraction } from './toInteraction.ts'

export type ShortcutOptions = {
  readonly user: string
  readonly message: FakeMessage
  readonly callbackId: string
}

/**
 * A message shortcut as Slack sends it, with the message that it was chosen on.
 *
 * @throws Error when the manifest has no such shortcut
 */
export function toShortcut(world: World, options: ShortcutOptions): Parcel {
  const { message, callbackId } = options
  const { team, channel } = message
  const user = getUserOrThrow(world, { id: options.user, team })
  const declared = world.manifest?.features.shortcuts.find(
    (one) => one.callback_id === callbackId && one.type === 'message',
  )
  if (world.manifest !== null && (declared === undefined || !listScopes(world).includes('commands'))) {
    throw new Error(
      `Slack knows no shortcut ${callbackId}: declare it in the manifest, with the scope commands.`,
    )
  }
  return {
    type: 'interactive',
    user: user.id,
    what: 'message_action',
    payload: {
      ...toInteraction(world, { type: 'message_action', team, user }),
      callback_id: callbackId,
      action_ts: world.nextTs(),
      message_ts: message.ts,
      channel: { id: channel, name: world.channels.get(channel)?.name },
      message: toWireMessage(world, message, { withMetadata: true }),
      response_url: issueResponseUrl(world, { team, user: user.id, channel, original: null }),
    },
  }
}
