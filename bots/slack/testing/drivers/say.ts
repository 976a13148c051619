import type { FakeMessage, World } from '../World.ts'
import { getUserOrThrow } from './getUserOrThrow.ts'

/** A person's own message in a channel. */
export function say(world: World, options: { user: string; channel: string; text: string }): FakeMessage {
  const { text } = options
  const channel = world.channels.get(options.channel)
  if (channel === undefined) throw new Error(`There is no channel ${options.channel}.`)
  const user = getUserOrThrow(world, { id: options.user, team: channel.team })
  const message: FakeMessage = {
    team: channel.team,
    channel: channel.id,
    author: user.id,
    ts: world.nextTs(),
    threadTs: null,
    text,
    blocks: [],
    metadata: null,
    edits: 0,
  }
  world.messages.push(message)
  return message
}
