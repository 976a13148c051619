import type { Button } from '../schemas/componentSchema.ts'
import { listComponents } from '../schemas/listComponents.ts'
import type { FakeMessage, World } from '../World.ts'
import { checkSees } from './checkSees.ts'
import type { Parcel } from './createCourier.ts'
import { getUserOrThrow } from './getUserOrThrow.ts'

export type ClickOptions = {
  readonly user: string
  readonly message: FakeMessage
  /** Label or custom id of a button that stands in the message now. */
  readonly button: string
  /** What a hostile client would send instead of the button's own, or one that still shows the message as it was. */
  readonly forge?: {
    readonly customId?: string
    /** As if the button stood in another message. */
    readonly message?: FakeMessage
  }
}

/**
 * A click on a button that stands in a message now.
 *
 * @throws Error where the person cannot see or click it
 */
export function toClick(world: World, options: ClickOptions): Parcel {
  const { message, forge } = options
  const user = getUserOrThrow(world, options.user)
  checkSees(world, { user, message })
  const button = forge?.customId === undefined ? findButton(message, options.button) : null
  if (button?.style === 5) throw new Error(`${options.button} is a link: the app hears nothing of it.`)
  if (button?.disabled) throw new Error(`The button ${options.button} is disabled.`)
  const place = forge?.message ?? message
  return {
    kind: 'component',
    user: user.id,
    channel: place.channel,
    message: place,
    data: { component_type: 2, id: button?.id ?? 0, custom_id: forge?.customId ?? button?.custom_id },
  }
}

function findButton(message: FakeMessage, wanted: string): Button {
  const buttons = listComponents(message.components).filter((one): one is Button => one.type === 2)
  const button = buttons.find(
    (one) => one.label === wanted || ('custom_id' in one && one.custom_id === wanted),
  )
  if (button === undefined)
    throw new Error(
      `The message ${message.id} has no button ${wanted}; it has ${buttons.map((one) => one.label).join(', ') || 'none'}.`,
    )
  return button
}
