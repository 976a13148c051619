import * as fc from 'fast-check'

/** Tells what failed, after which calls, and how to see it fail again. */
export function describeFailure<Run>(details: fc.RunDetails<[Run]>): string {
  const { seed, counterexample, counterexamplePath, errorInstance, numShrinks } = details
  const message = errorInstance instanceof Error ? errorInstance.message : String(errorInstance)
  // fast-check tells it nowhere but at the end of the commands it prints.
  const replayPath = /\breplayPath="([^"]*)"/.exec(fc.stringify(counterexample))?.[1] ?? ''
  return [
    message,
    `This is the shortest way there after ${numShrinks} that were longer. To see it again:`,
    `  MODEL_SEED=${seed} MODEL_PATH=${counterexamplePath} MODEL_REPLAY_PATH=${replayPath} npm run test:deep`,
  ].join('\n')
}
