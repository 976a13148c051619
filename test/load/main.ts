import { parseArgs } from 'node:util'
import { createFakeDiscord } from '@medikey/discord/testing'
import { createFakeSlack } from '@medikey/slack/testing'
import { describeMachine } from '../bench/describeMachine.ts'
import { createCleanup } from '../harness/createCleanup.ts'
import { createTempDir } from '../harness/createTempDir.ts'
import { startChain } from '../harness/startChain.ts'
import { startMedikey } from '../harness/startMedikey.ts'
import { createDiscordDesk } from './createDiscordDesk.ts'
import { createSlackDesk } from './createSlackDesk.ts'
import { describeMemory } from './describeMemory.ts'
import { runDesk, type Tally } from './runDesk.ts'
import { watchMemory } from './watchMemory.ts'

/**
 * Types without pause in both chats at once, at a real MediKey with the embedded store on a local chain, whose
 * connections end every minute. Exits with 1 when an answer was lost or came twice, or memory grew.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '10' },
      rate: { type: 'string', default: '20' },
    },
  })
  const [minutes, rate] = [Number(values.minutes), Number(values.rate)]
  if (!(minutes > 0) || !(rate > 0)) {
    process.stderr.write('Usage: npm run test:load -- --minutes 10 --rate 20\n')
    process.exitCode = 2
    return
  }
  const { cpu, cores, load } = describeMachine()
  process.stdout.write(
    `${rate} commands a second for ${minutes} minutes on ${cores} × ${cpu}, load ${load}\n`,
  )
  const cleanup = createCleanup()
  try {
    const slack = await createFakeSlack()
    cleanup.add(slack.close)
    const discord = await createFakeDiscord()
    cleanup.add(discord.close)
    const chain = await startChain({ blockTimeMs: 1000, cleanup })
    const { url } = await startMedikey({
      directory: createTempDir({ cleanup }),
      chainUrl: chain.url,
      slack,
      discord,
      mode: 'socket',
      env: { LOG_LEVEL: 'info' },
      cleanup,
    })
    const memory = watchMemory({ url })
    const tallies = await Promise.all(
      [createSlackDesk(slack), createDiscordDesk(discord)].map((desk) => runDesk(desk, { minutes, rate })),
    )
    const { lines, isFlat } = describeMemory(memory.stop())
    process.stdout.write([...tallies.map(describeTally), ...lines, ''].join('\n'))
    if (!isFlat || tallies.some(({ refused, lost, twice }) => refused + lost + twice > 0))
      process.exitCode = 1
  } finally {
    await cleanup.run()
  }
}

function describeTally(tally: Tally): string {
  const { platform, typed, retyped, refused, refusal, lost, twice, reconnects, p50, p99 } = tally
  return [
    `${platform}: ${typed} commands, ${lost} lost, ${twice} answered twice, ${refused} not acknowledged`,
    `  ${reconnects} reconnects, ${retyped} tries to type meanwhile`,
    `  answers within ${p50} ms (half), ${p99} ms (99 of 100)`,
    ...(refusal === null ? [] : [`  the first that was not acknowledged: ${refusal}`]),
  ].join('\n')
}

await main()
