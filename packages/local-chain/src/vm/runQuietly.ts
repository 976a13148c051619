import { muteConsole } from './muteConsole.ts'

/** Runs something synchronous of the VM without its chatter. */
export function runQuietly<T>(run: () => T): T {
  const unmute = muteConsole()
  try {
    return run()
  } finally {
    unmute()
  }
}
