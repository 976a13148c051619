import type { REST } from 'discord.js'
import { createRest } from './createRest.ts'
import type { DiscordConfig } from './DiscordConfig.ts'

const LONGEST_WAIT_MS = 5000

/**
 * How people are answered. Discord counts answers to interactions for each interaction, and not among the calls of the
 * bot; nobody would ask for an answer again, so it waits for its turn.
 *
 * @see https://discord.com/developers/docs/interactions/receiving-and-responding#endpoints
 */
export function createAnswerRest(config: DiscordConfig): REST {
  return createRest(config, { perSecond: Number.POSITIVE_INFINITY, longestWaitMs: LONGEST_WAIT_MS })
}
