import type { Parameter } from '../schemas/parameterSchema.ts'
import type { FakeCommand, World } from '../World.ts'
import { isOffered } from './isOffered.ts'

export type FoundCommand = {
  readonly command: FakeCommand
  /** Group and subcommand, outermost first. */
  readonly path: readonly { readonly type: 1 | 2; readonly name: string }[]
  readonly parameters: readonly Parameter[]
}

/**
 * The registered command that a person means by `medikey grant`.
 *
 * @throws Error where Discord's client would not offer it
 */
export function findCommand(world: World, options: { typed: string; channel: string }): FoundCommand {
  const { typed, channel } = options
  const [name, ...rest] = typed.split(' ')
  const command = world.commands.find(
    (candidate) =>
      candidate.type === 1 && candidate.name === name && isOffered(world, candidate, { channel }),
  )
  if (command?.type !== 1)
    throw new Error(`Nothing registered a command ${name} that ${channel} would offer: register it first.`)
  const path: { type: 1 | 2; name: string }[] = []
  let offered = command.options ?? []
  for (const part of rest) {
    const next = offered.find((option) => option.name === part && (option.type === 1 || option.type === 2))
    if (next?.type !== 1 && next?.type !== 2) throw new Error(`The command ${typed} has no part ${part}.`)
    path.push({ type: next.type, name: part })
    offered = next.options ?? []
  }
  const parameters = offered.filter((option): option is Parameter => option.type !== 1 && option.type !== 2)
  if (parameters.length < offered.length)
    throw new Error(`The command ${typed} needs a subcommand: ${offered.map((one) => one.name).join(', ')}.`)
  return { command, path, parameters }
}
