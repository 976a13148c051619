import { toWireMessage } from '../methods/toWireMessage.ts'
import type { Button } from '../schemas/blockSchema.ts'
import type { FakeMessage, World } from '../World.ts'
import type { Parcel } from './createCourier.ts'
import { getUserOrThrow } from './getUserOrThrow.ts'
import { issueTrigger } from './issueTrigger.ts'

export type ClickOptions = {
  readonly user: string
  readonly message: FakeMessage
  readonly actionId: string
  /** What a hostile client would send instead of the button's own. */
  readonly forge?: { readonly actionId?: string; readonly value?: string }
}

/**
 * A click on a button that stands in a message now.
 *
 * @throws Error when the message has no such button
 */
export function toClick(world: World, options: ClickOptions): Parcel {
  const { message, forge } = options
  const user = getUserOrThrow(world, options.user)
  const found = findButton(message, options.actionId)
  const { triggerId, responseUrl } = issueTrigger(world, { user: user.id, channel: message.channel })
  return {
    type: 'interactive',
    payload: {
      type: 'block_actions',
      token: 'verification',
      api_app_id: world.appId,
      team: world.team,
      enterprise: null,
      is_enterprise_install: false,
      user: { id: user.id, username: user.name, name: user.name, team_id: user.team },
      channel: { id: message.channel, name: world.channels.get(message.channel)?.name },
      container: {
        type: 'message',
        channel_id: message.channel,
        message_ts: message.ts,
        is_ephemeral: false,
      },
      message: toWireMessage(world, message, { withMetadata: true }),
      state: { values: {} },
      response_url: responseUrl,
      trigger_id: triggerId,
      actions: [
        {
          ...found.button,
          block_id: found.blockId,
          action_id: forge?.actionId ?? found.button.action_id,
          value: forge?.value ?? found.button.value,
          action_ts: world.nextTs(),
        },
      ],
    },
  }
}

function findButton(message: FakeMessage, actionId: string): { button: Button; blockId: string | undefined } {
  for (const block of message.blocks) {
    if (block.type !== 'actions') continue
    const button = block.elements.find((element) => element.action_id === actionId)
    if (button !== undefined) return { button, blockId: block.block_id }
  }
  throw new Error(`The message ${message.ts} has no button ${actionId}.`)
}
