type Ask = { readonly id: number; readonly what: string; readonly options: unknown }

/** What a worker says back: what came of it, or why nothing did. */
export type Answer = { readonly id: number; readonly value?: unknown; readonly problem?: string }

/**
 * Makes this process do what `startWorker` asks of it.
 *
 * @param doers what can be asked, by name
 */
export function answerAsks(doers: Readonly<Record<string, (options: never) => unknown>>): void {
  process.on('message', async ({ id, what, options }: Ask) => {
    try {
      const value = await doers[what]?.(options as never)
      process.send?.({ id, value } satisfies Answer)
    } catch (error) {
      process.send?.({ id, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  })
}
