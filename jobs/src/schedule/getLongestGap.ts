import { createTask } from 'node-cron'

const RUNS = 30

/**
 * The longest time between two of the next runs of a cron expression, in milliseconds: on workdays only, it is a weekend.
 *
 * @example
 * getLongestGap({ cron: '*\/5 * * * *', timeZone: 'UTC' }) // 300000
 */
export function getLongestGap(options: { cron: string; timeZone: string }): number {
  const task = createTask(options.cron, () => {}, { timezone: options.timeZone })
  const runs = task.getNextRuns(RUNS)
  void task.destroy()
  return runs.reduce((longest, run, index) => {
    const before = runs[index - 1]
    return before === undefined ? longest : Math.max(longest, run.getTime() - before.getTime())
  }, 0)
}
