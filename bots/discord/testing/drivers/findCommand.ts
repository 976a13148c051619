import type { Parameter } from '../schemas/parameterSchema.ts'
import type { FakeCommand, World } from '../World.ts'

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
  const guildId = world.channels.get(channel)?.guildId ?? null
  const command = world.commands.find(
    (candidate) =>
      candidate.type === 1 && candidate.name === name && isOffered(candidate, { isDirect: guildId === null }),
  )
  if (command?.type !== 1)
    throw new Error(`Nothing registered a command ${name} that ${channel} would offer: register it first.`)
  const path: { type: 1 | 2; name: string }[] = []
  let options_ = command.options ?? []
  for (const part of rest) {
    const next = options_.find((option) => option.name === part && (option.type === 1 || option.type === 2))
    if (next?.type !== 1 && next?.type !== 2) throw new Error(`The command ${typed} has no part ${part}.`)
    path.push({ type: next.type, name: part })
    options_ = next.options ?? []
  }
  const parameters = options_.filter((option): option is Parameter => option.type !== 1 && option.type !== 2)
  if (parameters.length < options_.length)
    throw new Error(`The command ${typed} needs a subcommand: ${options_.map((one) => one.name).join(', ')}.`)
  return { command, path, parameters }
}

/** In direct messages only what is global, and not kept from them. */
function isOffered(command: FakeCommand, options: { isDirect: boolean }): boolean {
  if (!options.isDirect) return command.contexts?.includes(0) ?? true
  return command.guildId === null && (command.contexts?.includes(1) ?? command.dm_permission !== false)
}
