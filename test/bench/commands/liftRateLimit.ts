import { DefaultRestOptions } from 'discord.js'

/** Lifts discord.js's own limit of 50 calls a second, which would be all that is measured. */
export function liftRateLimit(): void {
  Object.assign(DefaultRestOptions, { globalRequestsPerSecond: Number.POSITIVE_INFINITY })
}
