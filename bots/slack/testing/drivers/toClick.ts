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
  readonly forge?: {
    readonly actionId?: string
    readonly value?: string
    /** As if the button stood in a form or on a home tab. */
    readonly isDetached?: boolean
  }
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
      ...(forge?.isDetached ? { container: { type: 'view', view_id: 'V1' } } : toPlace(world, message)),
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

/** Where the button stands. */
function toPlace(world: World, message: FakeMessage): Record<string, unknown> {
  const { channel, ts } = message
  return {
    channel: { id: channel, name: world.channels.get(channel)?.name },
    container: { type: 'message', channel_id: channel, message_ts: ts, is_ephemeral: false },
    message: toWireMessage(world, message, { withMetadata: true }),
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
