import { randomInt } from 'node:crypto'
import { expect, test } from 'vitest'
import { checkModel } from '../tests/model/checkModel.ts'
import { describeTally } from '../tests/model/describeTally.ts'
import { findShortfalls } from '../tests/model/findShortfalls.ts'
import { parseReplay } from '../tests/model/parseReplay.ts'
import { sumUp } from '../tests/model/sumUp.ts'
import type { Tally } from '../tests/model/Tally.ts'
import { startSimnet } from '../tests/simnet/startSimnet.ts'

const COMMANDS = 200_000
const VAULTS_PER_SIMNET = 100

// A new seed each time, so that every deep run looks where none has looked. What it finds is printed with the
// seed and the path to it.
const replay = parseReplay(process.env, randomInt(2 ** 31 - 1))

if (replay.path === undefined) test('the model holds for 200,000 commands', runDeep)
else
  test('the counterexample asked for is none any more', async () => {
    checkModel(await startSimnet(), { replay, vaults: 1 })
  })

async function runDeep(): Promise<void> {
  const tally: Tally = new Map()
  const startedAt = performance.now()
  for (let seed = replay.seed; sumUp(tally).commands < COMMANDS; seed++) {
    // A simnet keeps all that ever happened in it: one after the other, each is given back.
    const simnet = await startSimnet()
    for (const [answer, times] of checkModel(simnet, { replay: { seed }, vaults: VAULTS_PER_SIMNET }))
      tally.set(answer, (tally.get(answer) ?? 0) + times)
    const { commands, ok } = sumUp(tally)
    const seconds = Math.round((performance.now() - startedAt) / 1000)
    const memory = Math.round(process.memoryUsage.rss() / 2 ** 20)
    process.stdout.write(
      `seed ${seed}: ${commands} of ${COMMANDS} commands, ${ok} ok, ${seconds} s, ${memory} MB\n`,
    )
  }
  process.stdout.write(`\nmedvault against its model, from seed ${replay.seed}\n${describeTally(tally)}`)
  expect(findShortfalls(tally, { commands: COMMANDS, okShare: 0.3, eachAnswer: 100 })).toEqual([])
}
