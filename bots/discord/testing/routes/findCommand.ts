import type { FakeCommand, World } from '../World.ts'
import { ApiRefusal } from './ApiRefusal.ts'
import { findScope } from './findScope.ts'
import type { ApiRequest } from './Route.ts'

/**
 * The command that a call names.
 *
 * @throws ApiRefusal 10063
 */
export function findCommand(world: World, params: ApiRequest['params']): FakeCommand {
  const command = findScope(world, params).commands.find(({ id }) => id === params.command)
  if (command === undefined) throw new ApiRefusal(10063)
  return command
}
