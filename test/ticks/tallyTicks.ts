/** A run of the job: which moment of the schedule, in which process. */
export type Ran = { readonly tick: Date; readonly process: string }

/** How the ticks of a while were run. */
export type TickTally = {
  /** From the first through the last. */
  readonly ticks: number
  readonly lost: readonly string[]
  readonly twice: readonly string[]
  /** How many each process ran. */
  readonly shares: ReadonlyMap<string, number>
}

const SECOND_MS = 1_000

/**
 * Counts how often each second's tick was run, from the first one that was.
 *
 * @param options.until nothing after this tick is counted
 */
export function tallyTicks(options: { ran: readonly Ran[]; until: Date }): TickTally {
  const ran = options.ran.filter(({ tick }) => tick <= options.until)
  const runs = Map.groupBy(ran, ({ tick }) => tick.getTime())
  const first = Math.min(...runs.keys())
  const ticks = Math.round((options.until.getTime() - first) / SECOND_MS) + 1
  if (!Number.isFinite(ticks)) throw new Error('No tick was run.')
  const all = Array.from({ length: ticks }, (_, index) => first + index * SECOND_MS)
  const named = (isSo: (times: number) => boolean) =>
    all.filter((tick) => isSo(runs.get(tick)?.length ?? 0)).map((tick) => new Date(tick).toISOString())
  const byProcess = Map.groupBy(ran, ({ process }) => process)
  return {
    ticks,
    lost: named((times) => times === 0),
    twice: named((times) => times > 1),
    shares: new Map([...byProcess].map(([process, each]) => [process, each.length])),
  }
}
