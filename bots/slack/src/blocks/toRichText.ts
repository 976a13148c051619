import { cutText, type Span, type Text, toInertText, toPlainText } from '@medikey/core'
import type { types } from '@slack/bolt'
import { findMention } from './findMention.ts'
import type { Team } from './Team.ts'
import { toPermalink } from './toPermalink.ts'

/** What an element costs besides its text: keeps a text of many small spans within the message's limit too. */
const ELEMENT_COST = 20

/**
 * Turns a text into elements of a rich text block. There, unlike in Slack's markup, a text is shown exactly as it is:
 * nothing in it can become a mention, a link, an emoji or bold.
 *
 * @param options.max characters, above which the text is visibly cut
 */
export function toRichText(text: Text, options: Team & { max: number }): types.RichTextElement[] {
  const elements: types.RichTextElement[] = []
  let room = options.max
  for (const span of text) {
    const length = toPlainText([span]).length
    if (length === 0) continue
    if (length > room) {
      const rest = cutText(toPlainText([span]), room)
      elements.push(typeof span === 'string' ? { type: 'text', text: rest } : styled(span, rest))
      break
    }
    elements.push(toElement(span, options))
    room -= length + ELEMENT_COST
  }
  return elements
}

function toElement(span: Span, team: Team): types.RichTextElement {
  if (typeof span === 'string') return { type: 'text', text: toInertText(span) }
  if ('person' in span) {
    const userId = findMention(span.person, team.workspace)
    return userId === null
      ? { type: 'text', text: toInertText(span.person.name) }
      : { type: 'user', user_id: userId }
  }
  if ('link' in span) return toLink(span.link.url, span.link.label)
  if ('message' in span) return toLink(toPermalink(span.message.refs, team) ?? '', span.message.label)
  if ('time' in span) {
    const seconds = Math.floor(Date.parse(span.time) / 1000)
    return Number.isNaN(seconds)
      ? { type: 'text', text: toInertText(span.time) }
      : {
          type: 'date',
          timestamp: seconds,
          format: '{date_short_pretty} at {time}',
          fallback: toPlainText([span]),
        }
  }
  return styled(span, toPlainText([span]))
}

function toLink(url: string, label: string): types.RichTextElement {
  const text = toInertText(label)
  return /^https?:\/\//.test(url) && URL.canParse(url)
    ? { type: 'link', url: new URL(url).href, text }
    : { type: 'text', text }
}

function styled(span: Exclude<Span, string>, text: string): types.RichTextElement {
  if ('bold' in span) return { type: 'text', text, style: { bold: true } }
  if ('code' in span) return { type: 'text', text, style: { code: true } }
  return { type: 'text', text }
}
