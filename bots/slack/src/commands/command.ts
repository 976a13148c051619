import {
  answerCommand,
  type Command,
  InvalidInputError,
  parseCommand,
  subcommands,
  type Values,
} from '@medikey/core'
import type { Listener } from '../listeners/Listener.ts'
import { present } from '../listeners/present.ts'
import { type CommandInbound, commandSchema } from '../payloads/commandSchema.ts'
import { readCommandText } from '../payloads/readCommandText.ts'
import { readTypedText } from '../payloads/readTypedText.ts'

/** `/medikey …` was typed. */
export const command: Listener<CommandInbound> = {
  name: 'command',
  schema: commandSchema,
  async run(context, inbound) {
    const { account, delivery, text } = inbound
    const typed = readCommand(text)
    const answer = await answerCommand(context.deps, { account, delivery, command: typed })
    return present(context, { answer, inbound, clicked: 'command' })
  },
}

/** Only a person is named in Slack's notation; everything else is meant as it was typed. */
function readCommand(text: string): Command {
  const { name, values } = parse(readCommandText(text))
  const people = new Set(
    subcommands
      .find((subcommand) => subcommand.name === name)
      ?.parameters.filter(({ type }) => type === 'person')
      .map((parameter) => parameter.name),
  )
  const meant: Values = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      value === undefined || people.has(key) ? value : readTypedText(value),
    ]),
  )
  return { name: readTypedText(name), values: meant }
}

/** What cannot be placed is told as it was typed, too. */
function parse(text: string): Command {
  try {
    return parseCommand(text)
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    throw new InvalidInputError(
      error.problems.map(({ field, message }) => ({ field, message: readTypedText(message) })),
    )
  }
}
