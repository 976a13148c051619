const LOOK_EVERY_MS = 5000
const MEGABYTE = 2 ** 20

/** What a process held, in MB. */
export type MemorySample = { readonly atMinute: number; readonly heap: number; readonly resident: number }

/**
 * Watches a process's memory by its own metrics, until it is told to stop.
 *
 * @param options.url where it answers `/metrics`
 */
export function watchMemory(options: { url: string }): { stop(): readonly MemorySample[] } {
  const samples: MemorySample[] = []
  const startedAt = performance.now()
  async function look(): Promise<void> {
    const text = await (await fetch(`${options.url}/metrics`)).text()
    const read = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]) / MEGABYTE
    samples.push({
      atMinute: (performance.now() - startedAt) / 60_000,
      heap: read('nodejs_heap_size_used_bytes'),
      resident: read('process_resident_memory_bytes'),
    })
  }
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_EVERY_MS)
  return {
    stop() {
      clearInterval(timer)
      return samples
    },
  }
}
