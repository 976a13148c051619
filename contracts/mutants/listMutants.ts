import { createHash } from 'node:crypto'
import type { Mutant } from './Mutant.ts'
import type { Edit, Operator } from './Operator.ts'
import { nameOf } from './source/nameOf.ts'
import type { SourceNode } from './source/SourceNode.ts'
import { walk } from './source/walk.ts'

/**
 * Applies every operator at every place of a contract where it applies.
 *
 * @param options.definitions as `readSource` reads them from `source`
 *
 * @example
 * listMutants({ source, definitions: readSource(simnet, 'medvault'), operators })
 */
export function listMutants({
  source,
  definitions,
  operators,
}: {
  source: string
  definitions: readonly SourceNode[]
  operators: readonly Operator[]
}): Mutant[] {
  return operators.flatMap(({ name, mutate }) => {
    const mutants = definitions.flatMap((definition) =>
      walk(definition).flatMap((node) =>
        mutate(node, definitions).map((edit) =>
          toMutant({ source, definitions, operator: name, definition, edit }),
        ),
      ),
    )
    // Two edits may come to the same wrong contract; one operator makes it once.
    return [...new Map(mutants.map((mutant) => [mutant.source, mutant])).values()].map((mutant, index) => ({
      ...mutant,
      id: `${name} ${index + 1}`,
    }))
  })
}

function toMutant({
  source,
  definitions,
  operator,
  definition,
  edit: { start, end, text },
}: {
  source: string
  definitions: readonly SourceNode[]
  operator: string
  definition: SourceNode
  edit: Edit
}): Omit<Mutant, 'id'> {
  const name = nameOf(definition)
  const above = source.slice(0, start).split('\n')
  return {
    operator,
    definition: name,
    digest: createHash('sha256').update(definition.text).digest('hex').slice(0, 12),
    row: above.length - source.slice(0, definition.start).split('\n').length + 1,
    file: toFile(name, definitions),
    line: above.length,
    column: (above.at(-1)?.length ?? 0) + 1,
    before: source.slice(start, end),
    after: text,
    source: `${source.slice(0, start)}${text}${source.slice(end)}`,
  }
}

/** `archiveRecord.test.ts` for `archive-record`; for what is not called from outside, the file of its first user. */
function toFile(
  name: string,
  definitions: readonly SourceNode[],
  seen: readonly string[] = [],
): string | null {
  const definition = definitions.find((other) => nameOf(other) === name)
  if (['define-public', 'define-read-only'].includes(definition?.children[0]?.text ?? '')) {
    return `${name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}.test.ts`
  }
  const user = definitions.find(
    (other) => ![name, ...seen].includes(nameOf(other)) && walk(other).some(({ text }) => text === name),
  )
  return user === undefined ? null : toFile(nameOf(user), definitions, [...seen, name])
}
