import { InvalidArgumentError, type Network, parsePrincipal } from '@medikey/contract-client'
import { InvalidInputError } from '../errors/InvalidInputError.ts'

/** A person as named in a command: by mention, or by principal. */
export type PersonInput = { readonly userId: string } | { readonly principal: string }

const MENTION = /^<@!?([A-Z0-9]+)(?:\|[^>]*)?>$/

/**
 * Reads a person: a mention in the platform's escaped form, or a principal of the configured network. A name
 * typed by hand (`@nadia`) proves nothing and is refused.
 *
 * @throws InvalidInputError where it is neither
 */
export function parsePerson(text: string, options: { network: Network }): PersonInput {
  const trimmed = text.trim()
  const mention = MENTION.exec(trimmed)
  if (mention?.[1] !== undefined) return { userId: mention[1] }
  if (trimmed === '') {
    throw new InvalidInputError([
      { field: 'staff', message: 'Say whom: mention the person, or give their principal.' },
    ])
  }
  if (!/^S[0-9A-Z]{5,}/i.test(trimmed)) {
    throw new InvalidInputError([
      {
        field: 'staff',
        message:
          'Name the person with a mention chosen from the list that opens after @, or with their principal (S…).',
      },
    ])
  }
  try {
    return { principal: parsePrincipal({ value: trimmed, network: options.network }) }
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error
    throw new InvalidInputError([{ field: 'staff', message: error.userMessage }])
  }
}
