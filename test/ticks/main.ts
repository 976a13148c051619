import { parseArgs } from 'node:util'
import { describeMachine } from '../bench/describeMachine.ts'
import { createCleanup } from '../harness/createCleanup.ts'
import { runTicks } from './runTicks.ts'

const USAGE = 'Usage: TEST_DATABASE_URL=postgres://… npm run test:ticks -- --minutes 10 [--kill]\n'

/**
 * Lets two processes on one PostgreSQL run a job every second, and counts the ticks. Exits with 1 when one was lost or
 * run twice.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { minutes: { type: 'string', default: '10' }, kill: { type: 'boolean', default: false } },
  })
  const minutes = Number(values.minutes)
  const serverUrl = process.env.TEST_DATABASE_URL
  if (!(minutes > 0) || serverUrl === undefined) {
    process.stderr.write(USAGE)
    process.exitCode = 2
    return
  }
  const { cpu, cores, load } = describeMachine()
  process.stdout.write(`One tick a second for ${minutes} minutes on ${cores} × ${cpu}, load ${load}\n`)
  const ticks = Math.ceil(minutes * 60)
  const cleanup = createCleanup()
  try {
    const tally = await runTicks({
      serverUrl,
      ticks,
      ...(values.kill ? { killAfter: Math.ceil(ticks / 2) } : {}),
      cleanup,
    })
    const { lost, twice, shares } = tally
    const lines = [
      `${tally.ticks} ticks, ${lost.length} lost, ${twice.length} run twice`,
      ...[...shares].map(
        ([name, runs]) => `  ${name}: ${runs} (${Math.round((runs / tally.ticks) * 100)} %)`,
      ),
      ...lost.map((tick) => `  lost: ${tick}`),
      ...twice.map((tick) => `  twice: ${tick}`),
    ]
    process.stdout.write(`${lines.join('\n')}\n`)
    if (lost.length + twice.length > 0) process.exitCode = 1
  } finally {
    await cleanup.run()
  }
}

await main()
