import type { Text } from '@medikey/core'
import type { types } from '@slack/bolt'
import type { Team } from './Team.ts'
import { toRichText } from './toRichText.ts'

/** A text as a paragraph of its own. */
export function toRichTextBlock(text: Text, options: Team & { max: number }): types.RichTextBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: toRichText(text, options) }] }
}
