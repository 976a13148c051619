import { channelIds } from '../fixedIds.ts'
import type { FakeMessage, World } from '../World.ts'
import { toWireMessage } from '../wire/toWireMessage.ts'
import type { Parcel } from './createCourier.ts'
import { getUserOrThrow } from './getUserOrThrow.ts'
import { isOffered } from './isOffered.ts'
import { resolvePeople } from './resolvePeople.ts'

export type MenuOptions = {
  readonly user: string
  /** The name in the menu. */
  readonly command: string
  /** What was right-clicked: a message, or a person by user id. */
  readonly on: FakeMessage | string
  /** Where a person was right-clicked; the channel `ward` unless said otherwise. */
  readonly channel?: string
}

/**
 * A command of a message's or a person's menu, as Discord sends it.
 *
 * @throws Error where the menu does not offer it
 */
export function toMenuUse(world: World, options: MenuOptions): Parcel {
  const { on } = options
  const user = getUserOrThrow(world, options.user)
  const isPerson = typeof on === 'string'
  const channel = isPerson ? (options.channel ?? channelIds.ward) : on.channel
  const command = world.commands.find(
    (candidate) =>
      candidate.type === (isPerson ? 2 : 3) &&
      candidate.name === options.command &&
      isOffered(world, candidate, { channel }),
  )
  if (command === undefined) throw new Error(`The menu does not offer ${options.command}: register it first.`)
  const target = isPerson
    ? { target_id: getUserOrThrow(world, on).id, ...resolvePeople(world, [on]) }
    : { target_id: on.id, resolved: { messages: { [on.id]: toWireMessage(world, on, { isChosen: true }) } } }
  return {
    kind: 'command',
    user: user.id,
    channel,
    message: null,
    data: {
      id: command.id,
      name: command.name,
      type: command.type,
      ...(command.guildId === null ? {} : { guild_id: command.guildId }),
      ...target,
    },
  }
}
