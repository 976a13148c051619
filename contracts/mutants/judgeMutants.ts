import { fileURLToPath } from 'node:url'
import { startVitest } from 'vitest/node'
import type { Mutant } from './Mutant.ts'
import type { Suspect } from './MutationRunner.ts'

const ROOM = fileURLToPath(new URL('..', import.meta.url))

/**
 * Runs the example tests on every mutant, in as many workers as are asked for, and answers which test killed which;
 * a mutant that is missing in the answer has survived.
 *
 * @param options.onTest called after each test with the number of mutants it killed
 * @throws where a test fails on the contract itself: what fails anyway finds nothing out
 */
export async function judgeMutants({
  mutants,
  workers,
  onTest,
}: {
  mutants: readonly Mutant[]
  workers: number
  onTest: (killed: number) => void
}): Promise<ReadonlyMap<string, string>> {
  const judge = async (suspects: readonly Suspect[]): Promise<[string, string][]> => {
    const shares = Array.from({ length: workers }, (_, worker) =>
      suspects.filter((_, index) => index % workers === worker),
    ).filter((share) => share.length > 0)
    const killers = await Promise.all(shares.map((share) => judgeShare({ share, onTest })))
    return killers.flatMap((killer) => [...killer])
  }
  // Nearly all die of the file that is named after what is wrong with them: a tenth of the work.
  const suspects = mutants.map(({ id, source, file }) => ({ id, source, file }))
  const found = new Map(await judge(suspects))
  const rest = suspects.filter(({ id }) => !found.has(id)).map((suspect) => ({ ...suspect, file: null }))
  return new Map([...found, ...(await judge(rest))])
}

async function judgeShare({
  share,
  onTest,
}: {
  share: readonly Suspect[]
  onTest: (killed: number) => void
}): Promise<ReadonlyMap<string, string>> {
  const killers = new Map<string, string>()
  const broken: string[] = []
  const vitest = await startVitest('test', [], {
    root: ROOM,
    config: `${ROOM}vitest.config.ts`,
    // The examples alone: a model that runs for seconds would judge every mutant that they have left.
    include: ['tests/*.test.ts'],
    runner: `${ROOM}mutants/MutationRunner.ts`,
    provide: { mutants: share },
    watch: false,
    // One test judges hundreds of contracts.
    testTimeout: 0,
    reporters: [
      {
        onTestCaseResult: (test) => {
          const failedOn = test.meta().failedOn ?? []
          const name = `${test.module.relativeModuleId}: ${test.name}`
          if (failedOn.includes('original')) broken.push(name)
          for (const id of failedOn) killers.set(id, name)
          onTest(failedOn.length)
        },
        // The VM tells of each panic on the console.
        onUserConsoleLog: () => {},
      },
    ],
  })
  const problems = [
    ...vitest.state.getUnhandledErrors().map((error) => String((error as Error).stack ?? error)),
    ...vitest.state.getFailedFilepaths().filter(() => broken.length === 0),
    ...broken,
  ]
  await vitest.close()
  // Vitest sets it where a test fails; what this run exits with is not its to say.
  process.exitCode = 0
  if (problems.length > 0) {
    throw new Error(`The suite fails on the contract itself: mend it first.\n${problems.join('\n')}`)
  }
  return killers
}
