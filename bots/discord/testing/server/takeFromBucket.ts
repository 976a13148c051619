import { createHash } from 'node:crypto'
import type { World } from '../World.ts'
import type { FoundRoute } from './findRoute.ts'

const GLOBAL = { limit: 0, windowMs: 1000 }

export type Taken = {
  readonly headers: Readonly<Record<string, string>>
  /** Null: the call may pass. */
  readonly retryAfterMs: number | null
  readonly isGlobal: boolean
}

/**
 * Takes a call from the bucket of its route, which is one for each channel, guild or webhook, and from the one of all
 * routes together, which answers to interactions do not count in.
 */
export function takeFromBucket(world: World, route: FoundRoute): Taken {
  const { limits } = world
  const isInteraction = /\/(interactions|webhooks)\//.test(route.name)
  if (limits.global !== null && !isInteraction) {
    const all = take(world, 'global', { ...GLOBAL, limit: limits.global })
    if (all.left < 0) return { headers: {}, retryAfterMs: all.resetAt - world.now(), isGlobal: true }
  }
  const limit = limits.routes[route.name]
  if (limit === undefined) return { headers: {}, retryAfterMs: null, isGlobal: false }
  const major = route.params.channel ?? route.params.guild ?? route.params.token ?? ''
  const bucket = take(world, `${route.name} ${major}`, limit)
  const resetAfterMs = bucket.resetAt - world.now()
  return {
    headers: {
      'x-ratelimit-limit': limit.limit.toString(),
      'x-ratelimit-remaining': Math.max(0, bucket.left).toString(),
      'x-ratelimit-reset': (bucket.resetAt / 1000).toFixed(3),
      'x-ratelimit-reset-after': (resetAfterMs / 1000).toFixed(3),
      'x-ratelimit-bucket': createHash('sha256').update(route.name).digest('hex').slice(0, 32),
    },
    retryAfterMs: bucket.left < 0 ? resetAfterMs : null,
    isGlobal: false,
  }
}

function take(
  world: World,
  key: string,
  options: { limit: number; windowMs: number },
): { left: number; resetAt: number } {
  const now = world.now()
  const known = world.buckets.get(key)
  const bucket =
    known !== undefined && known.resetAt > now
      ? known
      : { left: options.limit, resetAt: now + options.windowMs }
  bucket.left -= 1
  world.buckets.set(key, bucket)
  return bucket
}
