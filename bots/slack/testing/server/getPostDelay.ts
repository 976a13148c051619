import type { World } from '../World.ts'

/** Seconds until the channel takes another message; 0 when it does now. */
export function getPostDelay(world: World, options: { method: string; channel: unknown }): number {
  if (options.method !== 'chat.postMessage' || world.postIntervalMs === null) return 0
  const channel = String(options.channel)
  const now = world.now().getTime()
  const last = world.lastPostAt.get(channel)
  if (last !== undefined && now - last < world.postIntervalMs) {
    return Math.ceil((world.postIntervalMs - (now - last)) / 1000)
  }
  world.lastPostAt.set(channel, now)
  return 0
}
