import type { RateLimits } from './World.ts'

/**
 * Limits as others have seen them at Discord, which promises none but the global one: for tests of an app that has to
 * live with them. A double without limits answers as fast as it can.
 *
 * @example
 * const discord = await createFakeDiscord({ limits: observedLimits })
 */
export const observedLimits: RateLimits = {
  routes: {
    'POST /channels/:channel/messages': { limit: 5, windowMs: 5000 },
    'PATCH /channels/:channel/messages/:message': { limit: 5, windowMs: 5000 },
    'POST /webhooks/:application/:token': { limit: 5, windowMs: 2000 },
    'PATCH /webhooks/:application/:token/messages/:message': { limit: 5, windowMs: 2000 },
  },
  global: 50,
}
