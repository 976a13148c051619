import { createHash } from 'node:crypto'

const HOUR_MS = 3_600_000

/**
 * Whether a subject's turn of the hour lies in the look's window. Each has a moment of its own in every hour, so that
 * asking for all of them is spread over it.
 *
 * @param options.since null: everybody's turn
 */
export function isTurn(options: { subject: string; since: Date | null; now: Date }): boolean {
  const { subject, since, now } = options
  if (since === null) return true
  const offset = createHash('sha256').update(subject).digest().readUInt32BE() % HOUR_MS
  const turn = (at: Date) => Math.floor((at.getTime() - offset) / HOUR_MS)
  return turn(now) > turn(since)
}
