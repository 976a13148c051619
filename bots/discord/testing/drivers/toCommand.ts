import { channelIds } from '../fixedIds.ts'
import type { World } from '../World.ts'
import type { Parcel } from './createCourier.ts'
import { findCommand } from './findCommand.ts'
import { getUserOrThrow } from './getUserOrThrow.ts'
import { resolvePeople } from './resolvePeople.ts'
import { toOptionValue } from './toOptionValue.ts'

/** What a person chose and typed for the options of a command; a person is named by user id. */
export type OptionValues = Readonly<Record<string, string | number | boolean>>

export type CommandOptions = {
  readonly user: string
  /** The command with its group and subcommand, as a person reads it: `medikey grant`. */
  readonly command: string
  readonly options?: OptionValues
  /** The channel `ward` unless said otherwise. */
  readonly channel?: string
  /** What a hostile client would send: nobody looks at it before the app. */
  readonly forge?: {
    /** Everything below the command, subcommand included. */
    readonly options?: readonly unknown[]
    readonly name?: string
  }
}

export type AutocompleteOptions = CommandOptions & {
  /** The option that is being typed, and what stands there so far. */
  readonly focused: { readonly name: string; readonly value: string }
}

/**
 * A typed slash command as Discord sends it, or one that is still being typed.
 *
 * @throws Error where Discord's client would not let the person send it
 */
export function toCommand(world: World, options: CommandOptions & Partial<AutocompleteOptions>): Parcel {
  const { forge, focused } = options
  const user = getUserOrThrow(world, options.user)
  const channel = options.channel ?? channelIds.ward
  const { command, path, parameters } = findCommand(world, { typed: options.command, channel })
  const given = Object.entries(options.options ?? {})
  const values = given.map(([name, value]) =>
    toOptionValue(world, { parameters, name, value, isPartial: focused !== undefined }),
  )
  const missing = parameters.find(({ name, required }) => required && !given.some(([one]) => one === name))
  if (missing !== undefined && focused === undefined && forge === undefined)
    throw new Error(`Discord asks for the option ${missing.name} before it sends the command.`)
  if (focused !== undefined) {
    const parameter = parameters.find(({ name }) => name === focused.name)
    if (parameter === undefined || !('autocomplete' in parameter) || !parameter.autocomplete)
      throw new Error(`The command has no option ${focused.name} that asks for proposals.`)
    values.push({ ...focused, type: parameter.type, focused: true })
  }
  const nested = path.reduceRight<readonly unknown[]>((inner, part) => [{ ...part, options: inner }], values)
  const resolved = resolvePeople(
    world,
    values.flatMap(({ type, value }) => (type === 6 ? [String(value)] : [])),
  )
  return {
    kind: focused === undefined ? 'command' : 'autocomplete',
    user: user.id,
    channel,
    message: null,
    data: {
      id: command.id,
      name: forge?.name ?? command.name,
      type: 1,
      ...(command.guildId === null ? {} : { guild_id: command.guildId }),
      options: forge?.options ?? nested,
      ...resolved,
    },
  }
}
