import type { Parameter, Subcommand } from '@medikey/core'
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js'
import { toPrincipalOption } from './principalOption.ts'

const SUGGESTED: ReadonlySet<Parameter['type']> = new Set(['record', 'request', 'alert', 'category'])

/**
 * Makes the application command `/medikey` of core's table of subcommands.
 *
 * @param options.isGlobal for every server that the app is in; Discord lets only such a command say where it may be used
 * @example
 * const definition = toDefinition(subcommands, { isGlobal: false })
 */
export function toDefinition(
  subcommands: readonly Subcommand[],
  options: { isGlobal: boolean },
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    name: 'medikey',
    description: 'Access to medical records: asked for and decided here, kept on the Stacks blockchain',
    ...(options.isGlobal
      ? {
          // In a direct message nobody can be told who they are.
          contexts: [InteractionContextType.Guild],
          integration_types: [ApplicationIntegrationType.GuildInstall],
        }
      : {}),
    options: subcommands.map(toSubcommandOption),
  }
}

function toSubcommandOption({
  name,
  summary,
  parameters,
}: Subcommand): APIApplicationCommandSubcommandOption {
  const options = parameters.flatMap(toOptions)
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name,
    description: summary,
    // Discord wants what is required first.
    options: [...options.filter(({ required }) => required), ...options.filter(({ required }) => !required)],
  }
}

/** Numbers are texts: those of the contract are larger than Discord's. */
function toOptions(parameter: Parameter): APIApplicationCommandBasicOption[] {
  const { name, description, type, choices } = parameter
  if (type === 'person') {
    return [
      { type: ApplicationCommandOptionType.User, name, description, required: false },
      {
        type: ApplicationCommandOptionType.String,
        name: toPrincipalOption(name),
        description: 'Or their Stacks principal (S…), for somebody who is not in this server',
        required: false,
      },
    ]
  }
  const option = { type: ApplicationCommandOptionType.String, name, description } as const
  const required = parameter.required !== undefined
  if (choices !== undefined) {
    return [{ ...option, required, choices: choices.map((choice) => ({ name: choice, value: choice })) }]
  }
  return [SUGGESTED.has(type) ? { ...option, required, autocomplete: true } : { ...option, required }]
}
