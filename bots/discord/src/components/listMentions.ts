import type { Message } from '@medikey/core'
import { findMention } from './findMention.ts'

const MOST = 100

/** User ids of those whom a message names as persons and who may be mentioned here. */
export function listMentions(message: Message, options: { workspace: string }): string[] {
  const texts = [...message.paragraphs, ...message.fields.map((field) => field.value), ...message.footer]
  const userIds = texts.flat().flatMap((span) => {
    const userId =
      typeof span === 'object' && 'person' in span ? findMention(span.person, options.workspace) : null
    return userId === null ? [] : [userId]
  })
  return [...new Set(userIds)].slice(0, MOST)
}
