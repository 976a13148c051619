import fc from 'fast-check'
import { describe, test } from 'vitest'
import { platforms } from '../chat/platforms.ts'
import { createCleanup } from '../harness/createCleanup.ts'
import type { Act } from './Act.ts'
import { arbitraryAct, arbitraryBrokenAct } from './arbitraryAct.ts'
import { playScript } from './playScript.ts'

// The seed stays the same, so that a change is what breaks it; FUZZ_SEED looks elsewhere and FUZZ_RUNS further.
const acts = Number(process.env.FUZZ_RUNS ?? 300)
const seed = Number(process.env.FUZZ_SEED ?? 20261126)
const path = process.env.FUZZ_PATH
const ACTS_A_SCRIPT = 25
/** Of all acts, those that arrive broken. */
const BROKEN_SHARE = 0.2
const TIMEOUT_MS = 3_600_000

describe.each(platforms)('on $name', ({ ways }) => {
  async function play(arbitrary: fc.Arbitrary<Act>, count: number): Promise<void> {
    const script = fc.array(
      // An act that is not needed for a failure shrinks to none.
      fc.option(arbitrary, { freq: 1_000_000 }),
      { minLength: ACTS_A_SCRIPT, maxLength: ACTS_A_SCRIPT },
    )
    const property = fc.asyncProperty(fc.constantFrom(...ways), script, async ({ open }, found) => {
      const cleanup = createCleanup()
      try {
        await playScript(
          await open({ cleanup }),
          found.filter((act) => act !== null),
        )
      } finally {
        await cleanup.run()
      }
    })
    await fc.assert(property, {
      numRuns: Math.ceil(count / ACTS_A_SCRIPT),
      seed,
      ...(path === undefined ? {} : { path }),
      asyncReporter: async (found) => {
        if (!found.failed) return
        const replay = `FUZZ_SEED=${found.seed} FUZZ_PATH=${found.counterexamplePath} npm run test:fuzz`
        throw new Error(`${await fc.asyncDefaultReportMessage(found)}\n\nReplay it with: ${replay}`, {
          cause: found.errorInstance,
        })
      },
    })
  }

  test('whatever people do is answered clearly, and has no effect but its own', { timeout: TIMEOUT_MS }, () =>
    play(arbitraryAct, acts * (1 - BROKEN_SHARE)),
  )

  test('what arrives broken is answered too, and has no effect', { timeout: TIMEOUT_MS }, () =>
    play(arbitraryBrokenAct, acts * BROKEN_SHARE),
  )
})
