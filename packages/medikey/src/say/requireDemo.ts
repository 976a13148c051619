import type { Settings } from '@medikey/core'
import { BaseError } from '@medikey/errors'

/**
 * Whoever reaches the control socket could speak for anybody: that is harmless only where every key is public and
 * nobody real is connected.
 *
 * @throws BaseError SAY_ONLY_IN_DEMO
 */
export function requireDemo(settings: Pick<Settings, 'platforms' | 'demo'>): void {
  const { platforms, demo } = settings
  if (demo && platforms.includes('terminal')) return
  const why =
    platforms.includes('terminal') || platforms.length === 0
      ? 'this MediKey works on another chain than a local one of its own: start one without STACKS_API_URL and without a chat token to try it'
      : `this MediKey speaks with ${platforms.join(' and ')}: type /medikey there`
  throw new BaseError({
    code: 'SAY_ONLY_IN_DEMO',
    shortMessage: `medikey say is for the demo alone, and ${why}.`,
  })
}
