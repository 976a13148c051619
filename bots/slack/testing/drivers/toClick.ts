import { toWireMessage } from '../methods/toWireMessage.ts'
import { toWireView } from '../methods/toWireView.ts'
import type { Button, ViewBlock } from '../schemas/blockSchema.ts'
import type { FakeEphemeral, FakeMessage, FakeView, World } from '../World.ts'
import type { Parcel } from './createCourier.ts'
import { getUserOrThrow } from './getUserOrThrow.ts'
import { issueResponseUrl } from './issueResponseUrl.ts'
import { toInteraction } from './toInteraction.ts'

/** Where a button stands: in a message, in one that only this person sees, in a form or on their Home tab. */
type Place = { readonly message: FakeMessage | FakeEphemeral } | { readonly view: FakeView }

export type ClickOptions = Place & {
  readonly user: string
  readonly actionId: string
  /** Which of several buttons of that name: the one with this value. */
  readonly value?: string
  /** What a hostile client would send instead of the button's own. */
  readonly forge?: {
    readonly actionId?: string
    readonly value?: string
    /** As if the button stood in no message that Slack knows. */
    readonly isDetached?: boolean
  }
}

/**
 * A click on a button that is shown now.
 *
 * @throws Error when there is no such button there, or the person does not see it
 */
export function toClick(world: World, options: ClickOptions): Parcel {
  const { forge } = options
  const place = 'view' in options ? options.view : options.message
  const user = getUserOrThrow(world, { id: options.user, team: place.team })
  if ('user' in place && place.user !== user.id) {
    throw new Error(`${user.id} does not see what Slack shows to ${place.user} only.`)
  }
  const { button, blockId } = findButton('view' in options ? options.view.view : options.message, options)
  return {
    type: 'interactive',
    user: user.id,
    what: 'block_actions',
    payload: {
      ...toInteraction(world, { type: 'block_actions', team: place.team, user }),
      ...('view' in options
        ? toViewPlace(world, options.view)
        : toMessagePlace(world, { ...options, user: user.id })),
      state: { values: {} },
      actions: [
        {
          ...button,
          block_id: blockId,
          action_id: forge?.actionId ?? button.action_id,
          value: forge?.value ?? button.value,
          action_ts: world.nextTs(),
        },
      ],
    },
  }
}

/** A view has no response address. */
function toViewPlace(world: World, view: FakeView): Record<string, unknown> {
  return { container: { type: 'view', view_id: view.id }, view: toWireView(world, view) }
}

function toMessagePlace(
  world: World,
  options: { message: FakeMessage | FakeEphemeral; user: string; forge?: ClickOptions['forge'] },
): Record<string, unknown> {
  const { message, user, forge } = options
  const { team, channel, ts } = message
  const response_url = issueResponseUrl(world, { team, user, channel, original: ts })
  if (forge?.isDetached) return { response_url, container: { type: 'view', view_id: 'V1' } }
  const isEphemeral = 'via' in message
  return {
    response_url,
    channel: { id: channel, name: world.channels.get(channel)?.name },
    container: { type: 'message', channel_id: channel, message_ts: ts, is_ephemeral: isEphemeral },
    // Slack keeps no ephemeral message, so it cannot send one along.
    ...(isEphemeral ? {} : { message: toWireMessage(world, message, { withMetadata: true }) }),
  }
}

function findButton(
  shown: { readonly blocks: readonly ViewBlock[] },
  options: { actionId: string; value?: string },
): { button: Button; blockId: string | undefined } {
  const { actionId, value } = options
  for (const block of shown.blocks) {
    if (block.type !== 'actions') continue
    const button = block.elements.find(
      (element) => element.action_id === actionId && (value === undefined || element.value === value),
    )
    if (button !== undefined) return { button, blockId: block.block_id }
  }
  throw new Error(`There is no button ${actionId}${value === undefined ? '' : ` of ${value}`} there.`)
}
