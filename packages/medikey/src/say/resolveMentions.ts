import { type Command, InvalidInputError, subcommands } from '@medikey/core'
import { personas } from '../demo/personas.ts'

/**
 * Does what a chat does with the people whom somebody picks while typing: puts who is meant in the place of `@nadia`,
 * where the command wants a person. A reason stays as it was typed.
 *
 * @throws InvalidInputError for a name that nobody of the demo has
 * @example
 * resolveMentions(parseCommand('privilege 1 @nadia'))
 */
export function resolveMentions(command: Command): Command {
  const { name, values } = command
  const parameters = subcommands.find((candidate) => candidate.name === name)?.parameters ?? []
  const people = parameters
    .filter(({ type }) => type === 'person')
    .flatMap((parameter): [string, string][] => {
      const handle = /^@(.+)$/.exec(values[parameter.name] ?? '')?.[1]
      return handle === undefined ? [] : [[parameter.name, findPrincipal(handle)]]
    })
  return { name, values: { ...values, ...Object.fromEntries(people) } }
}

function findPrincipal(handle: string): string {
  const persona = personas.find((candidate) => candidate.handle === handle.toLowerCase())
  if (persona !== undefined) return persona.principal
  const known = personas.map((candidate) => `@${candidate.handle}`).join(', ')
  throw new InvalidInputError([
    {
      field: 'staff',
      message: `There is no @${handle} in the demo: name one of ${known}, or a principal (S…).`,
    },
  ])
}
