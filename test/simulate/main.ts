import { parseArgs } from 'node:util'
import { createCleanup } from '../harness/createCleanup.ts'
import { describeReport } from './describeReport.ts'
import type { Report } from './Report.ts'
import { runSimulation } from './runSimulation.ts'

const USAGE = `Usage: npm run simulate -- [options]

Plays a scripted month of a clinic on the local chain, with incidents planted in it, and tells which of them the
monitors found, after how long, and what they told of without a cause.

  --days <n>         30
  --physicians <n>   20
  --staff <n>        200
  --records <n>      5000
  --seed <n>         7; several with commas between them play one month each
  --json             one line of JSON for each seed
  --quiet            no progress

TEST_DATABASE_URL=postgres://… names a PostgreSQL server to use, which is faster; each month has a database of its own.

It exits with 1 when an incident was not found, or more than one false alert a week was raised.
`

/** Plays the months that the command line names. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      days: { type: 'string', default: '30' },
      physicians: { type: 'string', default: '20' },
      staff: { type: 'string', default: '200' },
      records: { type: 'string', default: '5000' },
      seed: { type: 'string', default: '7' },
      json: { type: 'boolean', default: false },
      quiet: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const size = {
    days: Number(values.days),
    physicians: Number(values.physicians),
    staff: Number(values.staff),
    records: Number(values.records),
  }
  const seeds = values.seed.split(',').map(Number)
  const isWrong = [...Object.values(size), ...seeds].some((value) => !Number.isInteger(value) || value < 1)
  if (values.help) {
    process.stdout.write(USAGE)
    return
  }
  if (isWrong || size.days < 20 || size.physicians < 2 || size.staff < 20 || size.records < 200) {
    process.stderr.write(`${USAGE}\nAt least 20 days, 2 physicians, 20 staff and 200 records are needed.\n`)
    process.exitCode = 2
    return
  }
  const say = (line: string) => {
    if (!values.quiet) process.stderr.write(`${line}\n`)
  }
  for (const seed of seeds) {
    const cleanup = createCleanup()
    try {
      const report = await runSimulation({ say, cleanup }, { ...size, seed })
      process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : `${describeReport(report)}\n`)
      if (!isGood(report)) process.exitCode = 1
    } finally {
      await cleanup.run()
    }
  }
}

function isGood({ found, falseAWeek, told, differences }: Report): boolean {
  return found.every(({ rule }) => rule !== null) && falseAWeek <= 1 && told.twice === 0 && differences === 0
}

await main()
