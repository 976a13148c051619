import { type Parameter, type Subcommand, subcommands } from '@medikey/core'
import { people } from '@medikey/core/testing'
import fc from 'fast-check'
import type { TypedCommand } from '../chat/Chat.ts'
import { arbitraryText } from './arbitraryText.ts'

/** What makes sense for a part of a command, to somebody. */
const PLAUSIBLE: Readonly<Record<Parameter['type'], readonly string[]>> = {
  word: ['x', people.nadia, '0'.repeat(130)],
  text: ['ward round', 'for the night shift'],
  person: ['@nadia', '@tom', '@ben', '@alice', '@cmo', '@mallory', people.nadia, people.tom],
  record: ['1', '2', '3', '4', '99'],
  request: ['{request 0}', '{request 1}', '{request 2}'],
  alert: ['{alert 0}', '{alert 1}', 'a3x9q1mz7t'],
  category: ['cardiology', 'x'.repeat(50)],
  volume: ['1', '5', '50', '1_000', '500', '0', '-5'],
  duration: ['30m', '8h', '7d', '2w', '0h', '99999w'],
  page: ['1', '2', '0', '-1', '9999999'],
  choice: ['mine', 'on', 'off'],
}

type Value = TypedCommand['values'][number]

/** A command: known or not, with values that make sense, make none, are missing or too many. */
export const arbitraryCommand: fc.Arbitrary<TypedCommand> = fc.oneof(
  { arbitrary: fc.constantFrom(...subcommands).chain(arbitraryCall), weight: 4 },
  {
    arbitrary: fc.record({
      subcommand: arbitraryText,
      values: fc.array(fc.record({ name: arbitraryText, text: arbitraryText }), { maxLength: 3 }),
    }),
    weight: 1,
  },
)

/** A value that makes sense for a part of a command. */
export function plausibleValue({ name, type, choices }: Parameter): fc.Arbitrary<Value> {
  return fc.constantFrom(...(choices ?? PLAUSIBLE[type])).map((text) => ({ name, text }))
}

function arbitraryCall({ name: subcommand, parameters }: Subcommand): fc.Arbitrary<TypedCommand> {
  const values = parameters.map((parameter) =>
    fc.oneof(
      { arbitrary: plausibleValue(parameter), weight: 12 },
      { arbitrary: arbitraryText.map((text) => ({ name: parameter.name, text })), weight: 2 },
      { arbitrary: fc.constant(null), weight: 1 },
    ),
  )
  const tooMany = fc.option(
    arbitraryText.map((text) => ({ name: 'more', text })),
    { freq: 8 },
  )
  return fc
    .tuple(...values, tooMany)
    .map((found) => ({ subcommand, values: found.filter((value) => value !== null) }))
}
