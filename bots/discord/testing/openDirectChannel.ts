import type { FakeChannel, World } from './World.ts'

/** The one channel between the app and a person. */
export function openDirectChannel(world: World, user: string): FakeChannel {
  const known = [...world.channels.values()].find((channel) => channel.directTo === user)
  if (known !== undefined) return known
  const channel: FakeChannel = {
    id: world.nextId(),
    name: '',
    kind: 'direct',
    guildId: null,
    directTo: user,
    parentId: null,
    denied: new Set(),
    createdAt: world.now(),
  }
  world.channels.set(channel.id, channel)
  return channel
}
