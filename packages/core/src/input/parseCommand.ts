import { InvalidInputError } from '../errors/InvalidInputError.ts'
import type { RawRequestInput } from './parseRequestInput.ts'

/** A command as typed, taken apart. Values are still text: what reads them is the function that uses them. */
export type Command =
  | { readonly subcommand: 'help' | 'whoami' | 'pending' }
  | { readonly subcommand: 'record'; readonly record: string }
  | { readonly subcommand: 'records'; readonly of: string; readonly page: string }
  | { readonly subcommand: 'privilege'; readonly record: string; readonly staff: string }
  | { readonly subcommand: 'grant' | 'revoke'; readonly raw: RawRequestInput }
  | { readonly subcommand: 'approve' | 'cancel'; readonly request: string }
  | { readonly subcommand: 'deny'; readonly request: string; readonly reason: string }
  | { readonly subcommand: 'unknown'; readonly word: string }

/**
 * Takes apart what follows `/medikey`.
 *
 * @param text with people in the platform's escaped form (`<@U0NADIA|nadia>`) or as principals
 * @throws InvalidInputError when words are left over or a part is missing that no form asks for
 * @example
 * parseCommand('grant 7 <@U0NADIA> 500 for 8h ward round')
 */
export function parseCommand(text: string): Command {
  const words = text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
  const [first = 'help', ...rest] = words
  const subcommand = first.toLowerCase()
  switch (subcommand) {
    case 'help':
    case 'whoami':
    case 'pending':
      return { subcommand }
    case 'record':
      return { subcommand, record: only(rest, 'record', 'Say which record: /medikey record 7') }
    case 'records':
      return parseRecords(rest)
    case 'privilege': {
      const [record, staff, ...more] = rest
      if (record === undefined || staff === undefined || more.length > 0) {
        throw usage('Say which record and whom: /medikey privilege 7 @nadia')
      }
      return { subcommand, record, staff }
    }
    case 'grant': {
      const [record, staff, limit, ...more] = rest
      const timed = more[0]?.toLowerCase() === 'for' && more[1] !== undefined
      const reason = (timed ? more.slice(2) : more).join(' ')
      return {
        subcommand,
        raw: { kind: subcommand, record, staff, limit, duration: timed ? more[1] : undefined, reason },
      }
    }
    case 'revoke': {
      const [record, staff, ...more] = rest
      return { subcommand, raw: { kind: subcommand, record, staff, reason: more.join(' ') } }
    }
    case 'approve':
    case 'cancel':
      return {
        subcommand,
        request: only(
          rest,
          'command',
          `Say which request: /medikey ${subcommand} <request>. List them with /medikey pending`,
        ),
      }
    case 'deny': {
      const [request, ...reason] = rest
      if (request === undefined)
        throw usage(
          'Say which request and why: /medikey deny <request> <reason>. List them with /medikey pending',
        )
      return { subcommand, request, reason: reason.join(' ') }
    }
    default:
      return { subcommand: 'unknown', word: first }
  }
}

function parseRecords(words: readonly string[]): Command {
  const [first, ...rest] = words
  const keyword = first?.toLowerCase()
  if (keyword === 'mine') return { subcommand: 'records', of: 'mine', page: atMostOne(rest) }
  if (keyword === 'of') {
    const [of, ...more] = rest
    if (of === undefined) throw usage('Say whose records: /medikey records of @alice')
    return { subcommand: 'records', of, page: atMostOne(more) }
  }
  return { subcommand: 'records', of: 'all', page: atMostOne(words) }
}

function atMostOne(words: readonly string[]): string {
  if (words.length > 1)
    throw usage(
      'List records with /medikey records, /medikey records mine or /medikey records of @alice, and a page number',
    )
  return words[0] ?? '1'
}

function only(words: readonly string[], field: 'record' | 'command', sentence: string): string {
  const [word, ...more] = words
  if (word === undefined || more.length > 0) throw new InvalidInputError([{ field, message: `${sentence}.` }])
  return word
}

function usage(sentence: string): InvalidInputError {
  return new InvalidInputError([{ field: 'command', message: `${sentence}.` }])
}
