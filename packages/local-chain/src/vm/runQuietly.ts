/* biome-ignore-all lint/suspicious/noConsole: it is muted here, not used */

/**
 * Runs something synchronous of the VM without its chatter: it prints each runtime error to the console,
 * while the local chain tells them in `vm_error`.
 */
export function runQuietly<T>(run: () => T): T {
  const { log, error } = console
  console.log = ignore
  console.error = ignore
  try {
    return run()
  } finally {
    console.log = log
    console.error = error
  }
}

function ignore(): void {}
