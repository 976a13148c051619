import type { Image, Message } from '@medikey/core'
import { type APIAllowedMentions, type APIContainerComponent, MessageFlags } from 'discord.js'
import type { MessageMetadata } from '../metadata/toMetadata.ts'
import { addRetry } from '../views/addRetry.ts'
import type { Retry } from '../views/Retry.ts'
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
 * @param options.images pictures below the words, sent along as files
 * @param options.retry what stood in a form that the message is about
 */
export function toContent(
  message: Message,
  options: {
    workspace: string
    metadata?: MessageMetadata
    images?: readonly Image[]
    retry?: Retry | undefined
  },
): Content {
  const { workspace, metadata, images = [], retry } = options
  const [container] = toComponents(message, { workspace, images, ...(metadata && { ids: metadata.ids }) })
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [retry === undefined ? container : addRetry(container, { retry, workspace })],
    allowed_mentions: { parse: [], users: listMentions(message, { workspace }) },
  }
}
