import { randomBytes } from 'node:crypto'
import type { World } from '../World.ts'

/** What lets the app answer an interaction: a trigger for one form and an address for five messages. */
export function issueTrigger(
  world: World,
  options: { user: string; channel: string },
): { triggerId: string; responseUrl: string } {
  const { user, channel } = options
  const issuedAt = world.now().getTime()
  const triggerId = `${Number(world.nextId(''))}.1234567.${randomBytes(8).toString('hex')}`
  const responseId = randomBytes(12).toString('hex')
  world.triggers.set(triggerId, { user, issuedAt, isUsed: false })
  world.responseUrls.set(responseId, { user, channel, issuedAt, uses: 0 })
  return { triggerId, responseUrl: `${world.origin}/actions/${world.team.id}/${responseId}` }
}
