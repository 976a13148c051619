import type { MutationRun } from './runMutants.ts'
import type { Verdict } from './Verdict.ts'

const FATES = ['invalid', 'killed', 'equivalent', 'survived'] as const

/** The table by operator, then every mutant that lives, then what is wrong with the proofs. */
export function describeRun({ verdicts, problems }: MutationRun): string {
  const names = [...new Set(verdicts.map(({ mutant }) => mutant.operator))]
  const rows = [
    ['operator', 'sites', 'mutants', ...FATES],
    ...names.map((name) =>
      toRow(
        name,
        verdicts.filter(({ mutant }) => mutant.operator === name),
      ),
    ),
    toRow('all', verdicts),
  ]
  const table = rows.map(([name = '', ...cells]) =>
    [name.padEnd(18), ...cells.map((cell) => cell.padStart(10))].join(' '),
  )
  const living = verdicts.filter(({ fate }) => fate === 'equivalent' || fate === 'survived')
  return [
    ...table,
    ...living.flatMap(describeLiving),
    ...problems.flatMap((problem) => ['', problem]),
    '',
  ].join('\n')
}

function toRow(name: string, verdicts: readonly Verdict[]): string[] {
  const sites = new Set(
    verdicts.map(({ mutant: { operator, line, column } }) => `${operator} ${line}:${column}`),
  )
  const count = (fate: Verdict['fate']) => verdicts.filter((verdict) => verdict.fate === fate).length
  return [name, ...[sites.size, verdicts.length, ...FATES.map(count)].map(String)]
}

function describeLiving({ mutant, fate }: Verdict): string[] {
  const mark = (sign: string, text: string) => text.split('\n').map((line) => `  ${sign} ${line.trim()}`)
  return [
    '',
    `${fate}: ${mutant.operator} in ${mutant.definition}, medvault.clar:${mutant.line}:${mutant.column} (digest ${mutant.digest}, row ${mutant.row})`,
    ...mark('-', mutant.before),
    ...(mutant.after === '' ? [] : mark('+', mutant.after)),
  ]
}
