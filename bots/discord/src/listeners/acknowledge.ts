import { DiscordAPIError, InteractionResponseType, MessageFlags, Routes } from 'discord.js'
import { toMessengerError } from '../errors/toMessengerError.ts'
import type { ReplyAddress } from '../payloads/Inbound.ts'
import type { ListenerContext } from './ListenerContext.ts'

const ALREADY_ACKNOWLEDGED = 40_060

/**
 * Tells Discord that something arrived and that the answer follows, for the person alone. Never throws: where it fails
 * the work goes on, and the answer finds another way.
 *
 * @returns false where the same delivery was acknowledged before: whoever did so answers it
 */
export async function acknowledge(
  context: Pick<ListenerContext, 'connection' | 'logger'>,
  options: { reply: ReplyAddress; facts: Record<string, unknown> },
): Promise<boolean> {
  const { interactionId, token, replacesOriginal } = options.reply
  try {
    await context.connection.answers.post(Routes.interactionCallback(interactionId, token), {
      auth: false,
      body: replacesOriginal
        ? { type: InteractionResponseType.DeferredMessageUpdate }
        : {
            type: InteractionResponseType.DeferredChannelMessageWithSource,
            data: { flags: MessageFlags.Ephemeral },
          },
    })
    return true
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === ALREADY_ACKNOWLEDGED) return false
    context.logger.warn({ ...options.facts, err: toMessengerError(error) }, 'discord took no acknowledgement')
    return true
  }
}
