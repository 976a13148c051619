const standardWaitMs = 5_000
const longestWaitMs = 600_000

/**
 * How long a 429 asks to wait, in milliseconds: from `retry-after` (seconds or a date), else from the rate
 * limit's reset, else five seconds. Never more than ten minutes, whatever a proxy writes there.
 */
export function readRetryAfter(headers: Headers): number {
  for (const name of ['retry-after', 'ratelimit-reset', 'x-ratelimit-reset']) {
    const value = headers.get(name)?.trim()
    if (!value) continue
    const seconds = Number(value)
    const wait = Number.isFinite(seconds) ? toWait(seconds) : Date.parse(value) - Date.now()
    if (Number.isFinite(wait)) return Math.min(Math.max(Math.ceil(wait), 0), longestWaitMs)
  }
  return standardWaitMs
}

/** Some write the seconds to wait, others the time of the reset in seconds since 1970. */
function toWait(seconds: number): number {
  const milliseconds = seconds * 1000
  return seconds > 1_000_000_000 ? milliseconds - Date.now() : milliseconds
}
