import type { World } from './World.ts'

/**
 * Drops what only a test of now needs: calls, closed forms, answers that one person saw, and interactions that were
 * answered, with their tokens. What is still being thought about stays, and so do the messages of channels.
 */
export function forgetPast(world: World): void {
  world.calls.length = 0
  for (const [id, { response, original }] of world.interactions)
    if (response !== null && !original?.isLoading) world.interactions.delete(id)
  keep(world.modals, ({ isOpen }) => isOpen)
  keep(world.messages, ({ visibleTo, isLoading }) => visibleTo === null || isLoading)
}

function keep<T>(list: T[], isKept: (item: T) => boolean): void {
  list.splice(0, list.length, ...list.filter(isKept))
}
