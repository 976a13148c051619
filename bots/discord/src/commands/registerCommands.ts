import { isDeepStrictEqual } from 'node:util'
import { subcommands } from '@medikey/core'
import { DiscordAPIError, Routes } from 'discord.js'
import { z } from 'zod'
import type { DiscordConnection } from '../connection/DiscordConnection.ts'
import { DiscordConnectionError } from '../errors/DiscordConnectionError.ts'
import { toMessengerError } from '../errors/toMessengerError.ts'
import { type StandingCommand, standingCommandSchema } from './standingCommandSchema.ts'
import { toDefinition } from './toDefinition.ts'

const MISSING_ACCESS = 50_001

/** What a registration did, as a person types it: `/medikey grant`. */
export type Registration = {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly removed: readonly string[]
}

/**
 * Makes Discord offer `/medikey` with every subcommand. Reads what stands and writes only where it differs; whatever
 * else the application had is removed, since it is MediKey's alone.
 *
 * @param deps of {@link connectDiscord}
 * @param options.guildId the server to offer it in, at once; null: in every server, which may take Discord an hour
 * @param options.isRemoval offer it there no more
 * @param options.isDryRun only say what would be done
 * @returns what was added, changed and removed: nothing at all the second time
 * @throws DiscordConnectionError when Discord refuses or cannot be reached
 * @example
 * const { added } = await registerCommands(connection, { guildId: connection.workspace })
 */
export async function registerCommands(
  deps: Pick<DiscordConnection, 'rest' | 'applicationId'>,
  options: { guildId: string | null; isRemoval?: boolean; isDryRun?: boolean },
): Promise<Registration> {
  const { rest, applicationId } = deps
  const { guildId, isRemoval = false, isDryRun = false } = options
  const route =
    guildId === null
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId)
  const definitions = isRemoval ? [] : [toDefinition(subcommands, { isGlobal: guildId === null })]
  try {
    const standing = z.array(standingCommandSchema).parse(await rest.get(route))
    const registration = compare(
      standing,
      definitions.map((definition) => standingCommandSchema.parse(definition)),
    )
    const isDifferent = Object.values(registration).some((names) => names.length > 0)
    if (isDifferent && !isDryRun) await rest.put(route, { body: definitions })
    return registration
  } catch (error) {
    throw toConnectionError(error)
  }
}

function compare(before: readonly StandingCommand[], after: readonly StandingCommand[]): Registration {
  const [old, fresh] = [listParts(before), listParts(after)]
  const names = [...fresh.keys()]
  return {
    added: names.filter((name) => !old.has(name)),
    changed: names.filter((name) => old.has(name) && !isDeepStrictEqual(old.get(name), fresh.get(name))),
    removed: [...old.keys()].filter((name) => !fresh.has(name)),
  }
}

/** A command and its subcommands, each by what a person types. */
function listParts(commands: readonly StandingCommand[]): Map<string, unknown> {
  return new Map(
    commands.flatMap(({ options, ...command }): [string, unknown][] => [
      [`/${command.name}`, command],
      ...options.map((option): [string, unknown] => [`/${command.name} ${option.name}`, option]),
    ]),
  )
}

function toConnectionError(error: unknown): DiscordConnectionError {
  const { shortMessage, retryable } = toMessengerError(error)
  const isUninvited = error instanceof DiscordAPIError && error.code === MISSING_ACCESS
  return new DiscordConnectionError({
    shortMessage: isUninvited
      ? 'The application may not offer commands in that server. Invite it there with the scopes bot and applications.commands.'
      : shortMessage,
    retryable,
    cause: error,
  })
}
