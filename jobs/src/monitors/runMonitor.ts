import { type Deps, raiseAlerts } from '@medikey/core'
import { BaseError } from '@medikey/errors'
import type { Logger } from '@medikey/runtime'
import type { JobMetrics } from '../JobMetrics.ts'
import type { MonitorEntry } from './MonitorEntry.ts'

/**
 * Runs a monitor once and raises what it found. A monitor reports a batch at a time, so it is asked again until it has
 * nothing new. What it throws is logged here, once; nothing is thrown on.
 *
 * @returns `outcome` settles at the latest after the timeout; `ended` when the run really is over
 */
export function runMonitor(options: {
  deps: Deps
  entry: MonitorEntry
  logger: Logger
  metrics: JobMetrics
  timeoutMs: number
}): { outcome: Promise<'finished' | 'failed'>; ended: Promise<void> } {
  const { deps, entry, logger, metrics, timeoutMs } = options
  const startedAt = performance.now()
  let findings = 0
  let isOver = false

  const report = (outcome: 'finished' | 'failed', err?: unknown): 'finished' | 'failed' => {
    if (isOver) return outcome
    isOver = true
    const durationMs = Math.round(performance.now() - startedAt)
    metrics.monitorRan({ monitor: entry.name, outcome, durationMs, findings })
    if (outcome === 'failed') logger.error({ monitor: entry.name, durationMs, err }, 'Monitor failed')
    else logger.debug({ monitor: entry.name, durationMs, findings }, 'Monitor finished')
    return outcome
  }

  async function watch(): Promise<void> {
    for (;;) {
      const found = await entry.monitor(deps)
      const raised = await raiseAlerts(deps, { findings: found })
      findings += raised.length
      for (const { id, rule, severity, cause } of raised)
        logger.info({ monitor: entry.name, alertId: id, rule, severity, cause }, 'Alert raised')
      if (raised.length === 0 || isOver) return
    }
  }

  const watched = watch().then(
    () => report('finished'),
    (err: unknown) => report('failed', err),
  )
  const { promise: late, resolve } = Promise.withResolvers<'failed'>()
  const timer = setTimeout(() => {
    report(
      'failed',
      new BaseError({
        code: 'MONITOR_TIMEOUT',
        shortMessage: `The monitor did not end within ${timeoutMs} ms; it runs again once it has.`,
        retryable: true,
      }),
    )
    resolve('failed')
  }, timeoutMs)
  const ended = watched.then(() => clearTimeout(timer))
  return { outcome: Promise.race([watched, late]), ended }
}
