/* biome-ignore-all lint/suspicious/noConsole: it is muted here, not used */

/**
 * Keeps the VM's chatter off the console: it prints each runtime error there, while the local chain tells
 * them in `vm_error`.
 *
 * @returns Gives the console back.
 */
export function muteConsole(): () => void {
  const { log, error } = console
  console.log = ignore
  console.error = ignore
  return () => {
    console.log = log
    console.error = error
  }
}

function ignore(): void {}
