const STANDARD_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 600_000

/** How long an answer asks to wait, in milliseconds; never more than ten minutes, whatever stands there. */
export function readRetryAfter(headers: Headers): number {
  const value = headers.get('retry-after')?.trim()
  if (!value) return STANDARD_WAIT_MS
  const seconds = Number(value)
  const wait = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(value) - Date.now()
  return Number.isFinite(wait) ? Math.min(Math.max(Math.ceil(wait), 0), LONGEST_WAIT_MS) : STANDARD_WAIT_MS
}
