import type { PostSummary } from '@medikey/core'
import type { Check } from './Check.ts'

/** How long what was given up is spoken of, in milliseconds. */
export const GIVEN_UP_MS = 7 * 86_400_000
/** What waits shorter than this is on its way. */
const LATE_MS = 60_000

const REMEDIES: Readonly<Record<PostSummary['platform'], string>> = {
  slack: 'See the slack lines of this check: the token, the channels, and whether the app is invited there.',
  discord: 'See the discord lines of this check: the token, the channels, and what the bot may do there.',
  terminal: 'Start MediKey in a terminal.',
  webhook:
    'See whether alerts.webhook.url answers and knows MEDIKEY_WEBHOOK_SECRET: medikey alerts test tries it.',
}

/**
 * Says what could not be delivered, and what to do.
 *
 * @param options.destinations what is configured
 * @param options.isRunning whether MediKey runs: where it does not, what waits is told at the next start
 */
export function describeUndelivered(options: {
  posts: readonly Pick<PostSummary, 'platform' | 'waiting' | 'waitsSince' | 'failed' | 'error'>[]
  now: Date
  destinations: readonly PostSummary['platform'][]
  isRunning: boolean
}): Check[] {
  const { posts, now, destinations, isRunning } = options
  const name = 'messages'
  const troubled = posts.flatMap(({ platform, waiting, waitsSince, failed, error }): Check[] => {
    const isLate = waitsSince !== null && now.getTime() - waitsSince.getTime() > LATE_MS
    const facts = [
      isLate ? `${count(waiting)} to ${platform} waiting since ${waitsSince.toISOString()}` : null,
      failed > 0 ? `${count(failed)} to ${platform} given up in the last seven days` : null,
    ].filter((fact) => fact !== null)
    if (facts.length === 0) return []
    const neutral = (end: string): Check[] => [
      { name, ok: true, isNeutral: true, detail: `${facts.join(', and ')}: ${end}.` },
    ]
    if (!destinations.includes(platform)) return neutral(`${platform} is not configured`)
    if (failed === 0 && !isRunning) return neutral('told at the next start')
    const why = error === null ? '' : ` Last: ${error}`
    return [{ name, ok: false, detail: `${facts.join(', and ')}.${why} ${REMEDIES[platform]}` }]
  })
  if (troubled.length > 0) return troubled
  return [{ name, ok: true, detail: 'Everything that was to be told was told, or is on its way.' }]
}

function count(messages: number): string {
  return messages === 1 ? '1 message' : `${messages} messages`
}
