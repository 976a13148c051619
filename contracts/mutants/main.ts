import { parseArgs } from 'node:util'
import { describeRun } from './describeRun.ts'
import { operators } from './operators.ts'
import { runMutants } from './runMutants.ts'

const options = {
  only: { type: 'string', multiple: true },
  line: { type: 'string', multiple: true },
  workers: { type: 'string', default: '2' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

const HELP = `Usage: npm run test:mutants -- [--only <operator>] [--line <number>] [--workers <number>] [--json]

Makes medvault.clar wrong in every way it knows, at every place, one at a time, and runs the example tests of
contracts/tests on each. Prints a table by operator, then every mutant that no test found out. What does not
deploy is counted as invalid, not as killed.

  --only <operator>   only these mutants; may be repeated
  --line <number>     only those that begin in this line of medvault.clar; may be repeated
  --workers <number>  how many VMs share the work (default 2; each takes half a gigabyte)
  --json              print one JSON object instead of a table
  --help              show this

Operators:
${operators.map(({ name, about }) => `  ${name.padEnd(18)} ${about}`).join('\n')}

Exits with 1 where a mutant survives or a proof in mutants/equivalents.ts no longer holds, with 2 where it is
called wrongly.
`

/** Runs the mutants that the command line asks for and prints what became of them. */
async function main(args: string[]): Promise<void> {
  const called = readCall(args)
  if (typeof called === 'string') {
    process.stderr.write(`${called}\n\n${HELP}`)
    process.exitCode = 2
    return
  }
  const { help, json, only = [], line = [], workers } = called
  if (help) return void process.stdout.write(HELP)
  const run = await runMutants({
    isWanted: (mutant) =>
      (only.length === 0 || only.includes(mutant.operator)) &&
      (line.length === 0 || line.includes(String(mutant.line))),
    workers: Number(workers),
    tell: (progress) => process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${progress}` : `${progress}\n`),
  })
  if (process.stderr.isTTY) process.stderr.write('\n')
  process.stdout.write(json ? `${JSON.stringify(withoutSources(run))}\n` : describeRun(run))
  const survives = run.verdicts.some(({ fate }) => fate === 'survived')
  process.exitCode = survives || run.problems.length > 0 ? 1 : 0
}

/** The options, or what is wrong with them. */
function readCall(args: string[]) {
  try {
    const { values } = parseArgs({ args, options })
    const unknown = values.only?.find((name) => !operators.some((operator) => operator.name === name))
    if (unknown !== undefined) return `There is no operator ${JSON.stringify(unknown)}.`
    if (values.line?.some((line) => !/^[1-9]\d*$/.test(line))) return 'A line is a number, counted from 1.'
    if (!/^[1-9]\d?$/.test(values.workers)) return 'Workers are a number from 1 to 99.'
    return values
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function withoutSources({ verdicts, problems }: Awaited<ReturnType<typeof runMutants>>) {
  return {
    mutants: verdicts.map(({ mutant: { source: _, ...mutant }, fate, by }) => ({ ...mutant, fate, by })),
    problems,
  }
}

await main(process.argv.slice(2))
