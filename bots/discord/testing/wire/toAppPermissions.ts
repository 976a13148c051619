import { permissions } from '../permissions.ts'
import type { FakeChannel } from '../World.ts'

/** What the app may do in a channel, as the bit set that Discord writes. */
export function toAppPermissions(channel: FakeChannel): string {
  return Object.entries(permissions)
    .filter(([name]) => !channel.denied.has(name as keyof typeof permissions))
    .reduce((sum, [, bit]) => sum | bit, 0n)
    .toString()
}
