/** What a test started, ended in reverse order. */
export type Cleanup = {
  /** Notes how to end something that was just started. */
  add(end: () => unknown): void
  /** Ends everything, also when one end fails; then throws what failed. */
  run(): Promise<void>
}

/**
 * Collects what has to be ended, so that a test that fails half way leaves nothing running.
 *
 * @throws AggregateError from `run`, when something could not be ended
 * @example
 * const cleanup = createCleanup()
 * afterAll(cleanup.run)
 * const chain = await startChain({ cleanup })
 */
export function createCleanup(): Cleanup {
  const ends: (() => unknown)[] = []
  return {
    add(end) {
      ends.push(end)
    },
    async run() {
      const failures: unknown[] = []
      for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
        try {
          await end()
        } catch (error) {
          failures.push(error)
        }
      }
      if (failures.length === 1) throw failures[0]
      if (failures.length > 1) throw new AggregateError(failures, 'Several things could not be ended.')
    },
  }
}
