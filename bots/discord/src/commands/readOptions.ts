import { RefusalError, type Values } from '@medikey/core'
import { ApplicationCommandOptionType } from 'discord.js'
import type { ChosenOption } from '../payloads/commandSchema.ts'
import { fromPrincipalOption } from './principalOption.ts'

/**
 * What was chosen and typed, by parameter; a chosen person as a mention.
 *
 * @throws RefusalError when a person is named twice: they may not be the same
 */
export function readOptions(options: readonly ChosenOption[]): Values {
  const values = new Map<string, string>()
  for (const { name, type, value } of options) {
    const parameter = fromPrincipalOption(name)
    if (values.has(parameter)) {
      throw new RefusalError({
        code: 'PERSON_TWICE',
        message: 'Choose a person or give a principal, not both: they may not be the same.',
      })
    }
    values.set(parameter, type === ApplicationCommandOptionType.User ? `<@${value}>` : value)
  }
  return Object.fromEntries(values)
}
