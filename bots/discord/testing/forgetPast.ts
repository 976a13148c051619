import type { World } from './World.ts'

/**
 * Drops what only a test of now needs: calls, closed forms, answers that one person saw, and interactions. Their tokens
 * are none any more; messages of channels stay.
 */
export function forgetPast(world: World): void {
  world.calls.length = 0
  world.interactions.clear()
  keep(world.modals, ({ isOpen }) => isOpen)
  keep(world.messages, ({ visibleTo }) => visibleTo === null)
}

function keep<T>(list: T[], isKept: (item: T) => boolean): void {
  list.splice(0, list.length, ...list.filter(isKept))
}
