import { type Span, type Text, toInertText, toPlainText } from '@medikey/core'
import { escapeMarkup } from './escapeMarkup.ts'
import { findMention } from './findMention.ts'
import type { Team } from './Team.ts'
import { toPermalink } from './toPermalink.ts'

/** Turns a text into Slack's markup, for small print, which takes no rich text. Only a known person is mentioned. */
export function toMarkup(text: Text, team: Team): string {
  return text.map((span) => toMarkupSpan(span, team)).join('')
}

function toMarkupSpan(span: Span, team: Team): string {
  const plain = escapeMarkup(toPlainText([span]))
  if (typeof span === 'string' || plain.trim() === '') return plain
  if ('bold' in span) return `*${plain}*`
  if ('code' in span) return `\`${plain}\``
  if ('person' in span) {
    const userId = findMention(span.person, team.workspace)
    return userId === null ? plain : `<@${userId}>`
  }
  if ('link' in span) return toLink(span.link.url, plain)
  if ('message' in span) return toLink(toPermalink(span.message.refs, team) ?? '', plain)
  const seconds = Math.floor(Date.parse(span.time) / 1000)
  return Number.isNaN(seconds)
    ? escapeMarkup(toInertText(span.time))
    : `<!date^${seconds}^{date_short_pretty} at {time}|${plain}>`
}

function toLink(url: string, label: string): string {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) return label
  const address = new URL(url).href.replaceAll('|', '%7C').replaceAll('>', '%3E').replaceAll('&', '&amp;')
  return `<${address}|${label.replaceAll('|', '¦')}>`
}
