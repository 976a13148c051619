import {
  type Parameter,
  type Suggestion,
  subcommands,
  suggestAlerts,
  suggestCategories,
  suggestRecords,
  suggestRequests,
} from '@medikey/core'
import { InteractionResponseType, Routes } from 'discord.js'
import { limits } from '../components/limits.ts'
import { toMessengerError } from '../errors/toMessengerError.ts'
import type { ListenerContext } from '../listeners/ListenerContext.ts'
import { type CommandInbound, commandSchema } from '../payloads/commandSchema.ts'

/** Discord takes no proposals later than three seconds after the key was pressed. */
const WITHIN_MS = 2000

type Find = (
  deps: ListenerContext['deps'],
  options: { account: CommandInbound['account']; typed: string } & Pick<Parameter, 'whose' | 'that'>,
) => Promise<Suggestion[]>

const FINDERS: Partial<Record<Parameter['type'], Find>> = {
  record: suggestRecords,
  request: suggestRequests,
  alert: suggestAlerts,
  category: suggestCategories,
}

/**
 * Proposes what a person may mean while they type. Whoever types on gets new proposals, so nothing is ever said of one
 * that failed or came too late. Never throws.
 */
export async function suggest(context: ListenerContext, body: unknown): Promise<void> {
  const inbound = commandSchema.safeParse(body)
  if (!inbound.success) {
    return context.logger.error(
      { listener: 'suggest', err: inbound.error },
      'discord interaction is unreadable',
    )
  }
  const { reply, delivery } = inbound.data
  try {
    const found = await Promise.race([find(context, inbound.data), nothingAfter(WITHIN_MS)])
    const choices = found
      // Discord refuses all of them for one whose name is blank or whose value is too long.
      .filter(({ value, label }) => label.trim() !== '' && value.length <= limits.choice)
      .slice(0, limits.choices)
      .map(({ value, label }) => ({ name: label, value }))
    await context.connection.answers.post(Routes.interactionCallback(reply.interactionId, reply.token), {
      auth: false,
      body: { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } },
    })
  } catch (error) {
    context.logger.warn(
      { listener: 'suggest', delivery, err: toMessengerError(error) },
      'discord took no proposals',
    )
  }
}

async function find({ deps }: ListenerContext, inbound: CommandInbound): Promise<Suggestion[]> {
  const { account, name, options } = inbound
  const focused = options.find((option) => option.focused)
  const parameter = subcommands
    .find((subcommand) => subcommand.name === name)
    ?.parameters.find((candidate) => candidate.name === focused?.name)
  if (parameter === undefined || focused === undefined) return []
  const { type, ...meant } = parameter
  return FINDERS[type]?.(deps, { account, typed: focused.value, ...meant }) ?? []
}

function nothingAfter(ms: number): Promise<Suggestion[]> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms, []).unref()
  })
}
