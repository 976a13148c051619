import { cutText, type Span, type Text, toInertText, toPlainText } from '@medikey/core'
import { escapeMarkup } from './escapeMarkup.ts'
import { findMention } from './findMention.ts'
import { toPermalink } from './toPermalink.ts'

/** Two pieces of formatting that meet would be read as one: something unseen keeps them apart. */
const JOINT = '\u200B'

/**
 * Turns a text into Discord's markup, in which every string is shown exactly as it is. What does not fit loses its
 * formatting before it is cut, so that no mention is parted.
 *
 * @param options.max characters of markup, above which the text is visibly cut
 */
export function toMarkup(text: Text, options: { workspace: string; max: number }): string {
  let markup = ''
  for (const [index, span] of text.entries()) {
    const piece = toMarkupSpan(span, options.workspace)
    const joint = /[*`]$/.test(markup) && piece.startsWith(markup.slice(-1)) ? JOINT : ''
    const room = options.max - markup.length
    if (joint.length + piece.length > room) {
      return markup + cutMarkup(toPlainText(text.slice(index)), room)
    }
    markup += joint + piece
  }
  return markup
}

function toMarkupSpan(span: Span, workspace: string): string {
  const plain = toPlainText([span])
  const escaped = escapeMarkup(plain)
  if (typeof span === 'string' || plain.trim() === '') return escaped
  if ('bold' in span) return `**${escaped}**`
  // Nothing can be escaped within code, so what code cannot hold to the letter is shown without it.
  if ('code' in span) return /[`\n]/.test(plain) ? escaped : `\`${plain}\``
  if ('person' in span) {
    const userId = findMention(span.person, workspace)
    return userId === null ? escaped : `<@${userId}>`
  }
  if ('link' in span) return toLink(span.link.url, escaped)
  if ('message' in span) return toLink(toPermalink(span.message.refs, workspace) ?? '', escaped)
  const seconds = Math.floor(Date.parse(span.time) / 1000)
  return Number.isNaN(seconds) ? escapeMarkup(toInertText(span.time)) : `<t:${seconds}:f>`
}

function toLink(url: string, label: string): string {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) return label
  const address = new URL(url).href.replace(
    /[()<>\s]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  )
  return `[${label}](${address})`
}

/** Cuts before it escapes, since a cut could part a backslash from its sign. */
function cutMarkup(plain: string, room: number): string {
  let max = room
  for (;;) {
    const escaped = escapeMarkup(cutText(plain, max))
    if (escaped.length <= room || max <= 0) return escaped
    max -= escaped.length - room
  }
}
