const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' }

/**
 * Reads a text as its writer meant it: Slack sends mentions, channels and links in its own notation and escapes three
 * characters.
 *
 * @example
 * readTypedText('ask <@U0BEN|ben> &amp; co') // 'ask @ben & co'
 */
export function readTypedText(text: string): string {
  return text
    .replace(/<([@#!])([^|>]+)(?:\|([^>]*))?>/g, (_, sign: string, id: string, label: string | undefined) => {
      const name = label === undefined || label === '' ? id : label
      return `${sign === '#' ? '#' : '@'}${name}`
    })
    .replace(/<((?:https?|mailto|tel):[^|>]+)(?:\|[^>]*)?>/g, '$1')
    .replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity)
}
