import type { Replay } from './Replay.ts'

/**
 * Reads which run is asked for from MODEL_SEED, MODEL_PATH and MODEL_REPLAY_PATH, as a failure prints them.
 *
 * @param seed - the one to start from where none is asked for
 */
export function parseReplay(environment: NodeJS.ProcessEnv, seed: number): Replay {
  const { MODEL_SEED, MODEL_PATH, MODEL_REPLAY_PATH } = environment
  if (MODEL_SEED !== undefined && !/^-?\d+$/.test(MODEL_SEED))
    throw new TypeError(
      `MODEL_SEED is ${JSON.stringify(MODEL_SEED)}: give the number that a run has printed.`,
    )
  if (MODEL_PATH && MODEL_SEED === undefined)
    throw new TypeError(
      'MODEL_PATH leads nowhere without its seed: give MODEL_SEED, as the failure printed it.',
    )
  return {
    seed: MODEL_SEED === undefined ? seed : Number(MODEL_SEED),
    ...(MODEL_PATH ? { path: MODEL_PATH } : {}),
    ...(MODEL_REPLAY_PATH ? { replayPath: MODEL_REPLAY_PATH } : {}),
  }
}
