import { cutText } from '@medikey/core'
import type { types } from '@slack/bolt'
import { limits } from './limits.ts'

/** A heading, which takes no formatting. */
export function toHeader(text: string): types.HeaderBlock {
  return {
    type: 'header',
    text: { type: 'plain_text', text: cutText(text, limits.headerText), emoji: false },
  }
}
