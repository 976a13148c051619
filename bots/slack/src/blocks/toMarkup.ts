import { type Span, type Text, toInertText, toPlainText } from '@medikey/core'
import { escapeMarkup } from './escapeMarkup.ts'
import { findMention } from './findMention.ts'

/** Turns a text into Slack's markup, for small print, which takes no rich text. Only a known person is mentioned. */
export function toMarkup(text: Text, options: { workspace: string }): string {
  return text.map((span) => toMarkupSpan(span, options.workspace)).join('')
}

function toMarkupSpan(span: Span, workspace: string): string {
  const plain = escapeMarkup(toPlainText([span]))
  if (typeof span === 'string' || plain.trim() === '') return plain
  if ('bold' in span) return `*${plain}*`
  if ('code' in span) return `\`${plain}\``
  if ('person' in span) {
    const userId = findMention(span.person, workspace)
    return userId === null ? plain : `<@${userId}>`
  }
  if ('link' in span) return toLink(span.link.url, plain)
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
