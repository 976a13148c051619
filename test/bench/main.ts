import { parseArgs } from 'node:util'
import { describeReport } from './describeReport.ts'
import type { Report } from './Report.ts'

type Measure = (options: { quick: boolean }) => Promise<Report>

/** Each is loaded only when it is named. */
const benchmarks: Readonly<Record<string, { about: string; load: () => Promise<Measure> }>> = {
  commands: {
    about: 'commands a second and the time to their answers beside bare apps on the same chat libraries',
    load: async () => (await import('./commands/measureCommands.ts')).measureCommands,
  },
  'contract-costs': {
    about: 'what each call of medvault costs on chain, and how many fit a block',
    load: async () => (await import('./contract-costs/measureContractCosts.ts')).measureContractCosts,
  },
  follower: {
    about: 'events a second into the projection beside only fetching their pages, and the memory that takes',
    load: async () => (await import('./follower/measureFollower.ts')).measureFollower,
  },
  'local-chain': {
    about: 'transactions, reads, starts, resets and memory of the local chain beside bare simnet (13 min)',
    load: async () => (await import('./local-chain/measureLocalChain.ts')).measureLocalChain,
  },
  monitors: {
    about: 'a run of each monitor over 1,000,000 records beside the same over 1,000 (some minutes)',
    load: async () => (await import('./monitors/measureMonitors.ts')).measureMonitors,
  },
  spine: {
    about: 'from a typed command to its acknowledgement, and from the approving click to the broadcast',
    load: async () => (await import('./spine/measureSpine.ts')).measureSpine,
  },
}

const HELP = `Usage: npm run bench -- <name> [--json] [--quick]

Runs a benchmark of the whole product, as processes of their own on this machine.

${Object.entries(benchmarks)
  .map(([name, { about }]) => `  ${name.padEnd(16)} ${about}`)
  .join('\n')}

  --json    print one JSON object instead of a table
  --quick   measure less, where that is possible: says whether it works, not how fast it is
  --help    show this
`

/** Runs one benchmark and prints what it found. Exits with 2 when it is called wrongly. */
async function main(args: readonly string[]): Promise<void> {
  let called: { values: { json?: boolean; quick?: boolean; help?: boolean }; positionals: string[] }
  try {
    called = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        quick: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error))
  }
  const { values, positionals } = called
  if (values.help === true) return void process.stdout.write(HELP)
  const [name, ...more] = positionals
  const benchmark = name === undefined || !Object.hasOwn(benchmarks, name) ? undefined : benchmarks[name]
  if (name === undefined) return refuse('Name a benchmark.')
  if (benchmark === undefined) return refuse(`There is no benchmark ${JSON.stringify(name)}.`)
  if (more.length > 0) return refuse('Name one benchmark at a time.')
  const measure = await benchmark.load()
  const report = await measure({ quick: values.quick === true })
  process.stdout.write(values.json === true ? `${JSON.stringify(report)}\n` : describeReport(report))
}

function refuse(problem: string): void {
  process.stderr.write(`${problem}\n\n${HELP}`)
  process.exitCode = 2
}

await main(process.argv.slice(2))
