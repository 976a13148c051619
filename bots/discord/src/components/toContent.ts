import type { Message } from '@medikey/core'
import { type APIAllowedMentions, type APIContainerComponent, MessageFlags } from 'discord.js'
import type { MessageMetadata } from '../metadata/toMetadata.ts'
import { listMentions } from './listMentions.ts'
import { toComponents } from './toComponents.ts'

type Content = {
  readonly flags: number
  readonly components: [APIContainerComponent]
  readonly allowed_mentions: APIAllowedMentions
}

/**
 * A message as Discord's API takes it. No text pings anybody; who is named by core is.
 *
 * @param options.metadata by which the message can be found again
 */
export function toContent(
  message: Message,
  options: { workspace: string; metadata?: MessageMetadata },
): Content {
  const { workspace, metadata } = options
  return {
    flags: MessageFlags.IsComponentsV2,
    components: toComponents(message, { workspace, ...(metadata && { ids: metadata.ids }) }),
    allowed_mentions: { parse: [], users: listMentions(message, { workspace }) },
  }
}
