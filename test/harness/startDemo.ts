import { baseEnvironment } from './baseEnvironment.ts'
import type { Cleanup } from './createCleanup.ts'
import { medikeyMain } from './medikeyMain.ts'
import { type Running, startProcess } from './startProcess.ts'

/** What a demo keeps from one start to the next. */
export type DemoPlace = { readonly directory: string; readonly port: number; readonly chainPort: number }

/**
 * Runs `medikey start` as somebody who just tries it: no token, no chain, only a place of its own.
 *
 * @param options.args what follows `medikey start`
 * @param options.env overrides of the environment
 */
export function startDemo(
  place: DemoPlace,
  options: { args?: readonly string[]; env?: Readonly<Record<string, string>>; cleanup: Cleanup },
): Running {
  const { directory, port, chainPort } = place
  const { args = [], env = {}, cleanup } = options
  const running = startProcess({
    script: medikeyMain,
    args: ['start', ...args],
    env: {
      ...baseEnvironment({ home: directory }),
      MEDIKEY_DATA_DIR: directory,
      MEDIKEY_CHAIN_PORT: chainPort.toString(),
      PORT: port.toString(),
      ...env,
    },
    // Below the checkout, so that its own contracts are the nearest.
    cwd: import.meta.dirname,
  })
  cleanup.add(async () => {
    if (!running.hasExited()) running.kill('SIGKILL')
    await running.exited
  })
  return running
}
