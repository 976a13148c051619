import type { Call, Method } from '../methods/Method.ts'
import type { World } from '../World.ts'

const MINUTE_MS = 60_000
const POST_INTERVAL_MS = 1000

/**
 * Seconds until Slack takes such a call again; 0 when it does now, and then the call counts. What Slack promises is
 * taken as all it gives: bursts that it tolerates are not to be relied on.
 */
export function getRetryAfter(world: World, options: { name: string; method: Method; call: Call }): number {
  if (!world.rateLimits) return 0
  const { name, method, call } = options
  const now = world.now().getTime()
  if (name === 'chat.postMessage') {
    const channel = String(call.args.channel)
    const last = world.lastPostAt.get(channel)
    if (last !== undefined && now - last < POST_INTERVAL_MS) {
      return Math.ceil((POST_INTERVAL_MS - (now - last)) / 1000)
    }
    world.lastPostAt.set(channel, now)
  }
  if (method.perMinute === null) return 0
  const key = `${name} ${call.team.id}`
  const times = (world.callTimes.get(key) ?? []).filter((time) => now - time < MINUTE_MS)
  const [oldest = now] = times
  const isFull = times.length >= method.perMinute
  world.callTimes.set(key, isFull ? times : [...times, now])
  return isFull ? Math.ceil((MINUTE_MS - (now - oldest)) / 1000) : 0
}
