import { expect } from 'vitest'
import { test } from '../simnet/test.ts'
import { checkModel } from './checkModel.ts'
import { describeTally } from './describeTally.ts'
import { findShortfalls } from './findShortfalls.ts'
import { parseReplay } from './parseReplay.ts'

// A fixed seed: whoever runs the tests of an unchanged contract sees them pass as the last one did. To explore
// is what the deep run is for, with a new seed each time.
const SEED = 20_261_126

test('answers, prints and keeps what the model predicts, and holds its nine invariants', ({ simnet }) => {
  const replay = parseReplay(process.env, SEED)
  const tally = checkModel(simnet, { replay, vaults: 40 })
  process.stdout.write(`\nmedvault against its model, seed ${replay.seed}\n${describeTally(tally)}`)
  expect(findShortfalls(tally, { commands: 2500, okShare: 0.3, eachAnswer: 5 })).toEqual([])
})
