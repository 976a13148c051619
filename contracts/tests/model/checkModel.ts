import type { Simnet } from '@stacks/clarinet-sdk'
import * as fc from 'fast-check'
import { createVault } from '../simnet/createVault.ts'
import { anyIntention } from './anyIntention.ts'
import { createCast } from './createCast.ts'
import { createCommand } from './createCommand.ts'
import { createStage } from './createStage.ts'
import { describeFailure } from './describeFailure.ts'
import { inspectMaps } from './inspectMaps.ts'
import { inspectReadOnly } from './inspectReadOnly.ts'
import type { Replay } from './Replay.ts'
import type { Tally } from './Tally.ts'

/** Long enough for records to fill up, be archived and be asked for again; a seed means the same in every run. */
const MAX_COMMANDS = 160

/**
 * Runs the model against as many vaults as asked, each with commands of its own.
 *
 * @param replay - a seed, or all that a failure printed
 * @returns how often each function gave each answer
 * @throws an Error with the shortest counterexample found and the command that replays it
 * @example
 * checkModel(simnet, { replay: { seed: 1 }, vaults: 50 })
 */
export function checkModel(simnet: Simnet, { replay, vaults }: { replay: Replay; vaults: number }): Tally {
  const { replayPath, ...parameters } = replay
  // A path is walked once, and what it leads to is the shortest already.
  const isSearch = replay.path === undefined
  const tally: Tally = new Map()
  const commands = fc.commands([anyIntention.map(createCommand)], {
    maxCommands: MAX_COMMANDS,
    size: 'max',
    ...(replayPath === undefined ? {} : { replayPath }),
  })
  const details = fc.check(
    fc.property(commands, (run) => {
      const vault = createVault(simnet)
      const stage = createStage(vault, createCast(vault))
      fc.modelRun(() => ({ model: stage, real: tally }), run)
      inspectMaps(stage)
      inspectReadOnly(stage)
    }),
    { ...parameters, numRuns: isSearch ? vaults : 1, endOnFailure: !isSearch },
  )
  if (details.failed) throw new Error(describeFailure(details))
  return tally
}
