import { BaseError } from '@medikey/errors'

/** A condition for taking traffic. It throws, or rejects, where the condition does not hold. */
export type ReadinessCheck = { name: string; check: () => Promise<void> | void }

/**
 * Runs every check at the same time and tells each result by name. Only sentences of our own errors are
 * told: the page is open to whoever reaches the port.
 *
 * @param options.timeoutMs How long one check may take.
 * @example
 * await runReadinessChecks({ checks: [{ name: 'store', check: () => store.ping() }], timeoutMs: 2_000 })
 * // { ready: true, checks: { store: 'ok' } }
 */
export async function runReadinessChecks(options: {
  checks: readonly ReadinessCheck[]
  timeoutMs: number
}): Promise<{ ready: boolean; checks: Record<string, string> }> {
  const results = await Promise.all(options.checks.map((check) => runCheck(check, options.timeoutMs)))
  return { ready: results.every(([, result]) => result === 'ok'), checks: Object.fromEntries(results) }
}

async function runCheck({ name, check }: ReadinessCheck, timeoutMs: number): Promise<[string, string]> {
  const { promise: timeout, resolve } = Promise.withResolvers<string>()
  const timer = setTimeout(resolve, timeoutMs, `no answer within ${timeoutMs} ms`)
  try {
    return [name, await Promise.race([(async () => check())().then(() => 'ok'), timeout])]
  } catch (error) {
    return [name, error instanceof BaseError ? error.shortMessage : 'failed']
  } finally {
    clearTimeout(timer)
  }
}
