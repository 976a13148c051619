/** What this process holds of the machine's memory in MB, after everything that can be given back was. */
export function measureMemory(): number {
  for (let round = 0; round < 3; round += 1) globalThis.gc?.()
  return process.memoryUsage.rss() / 1e6
}
