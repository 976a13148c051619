import type { MessageRef } from '@medikey/core'
import { DiscordAPIError, type REST, Routes, ThreadAutoArchiveDuration } from 'discord.js'

const ALREADY_OPEN = 160_004

/** Opens the thread below a message. Its id is the message's own. */
export async function openThread(
  rest: REST,
  options: { ref: MessageRef; signal: AbortSignal },
): Promise<void> {
  const { ref, signal } = options
  const body = { name: 'What happened', auto_archive_duration: ThreadAutoArchiveDuration.OneWeek }
  try {
    await rest.post(Routes.threads(ref.channel, ref.messageId), { body, signal })
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || error.code !== ALREADY_OPEN) throw error
  }
}
