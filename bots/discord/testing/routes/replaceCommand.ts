import type { FakeCommand, World } from '../World.ts'

/** Puts a command where another stood, or at the end; null takes it away. */
export function replaceCommand(
  world: World,
  options: { before: FakeCommand | undefined; command: FakeCommand | null },
): void {
  const { before, command } = options
  const index = before === undefined ? world.commands.length : world.commands.indexOf(before)
  world.commands.splice(index, 1, ...(command === null ? [] : [command]))
}
