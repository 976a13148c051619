import { randomBytes } from 'node:crypto'
import type { World } from '../World.ts'

/** What lets the app open one form in answer to an interaction. */
export function issueTrigger(world: World, options: { team: string; user: string }): string {
  const triggerId = `${Number(world.nextId(''))}.1234567.${randomBytes(8).toString('hex')}`
  world.triggers.set(triggerId, { ...options, issuedAt: world.now().getTime(), isUsed: false })
  return triggerId
}
