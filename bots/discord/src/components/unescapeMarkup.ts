/** Takes back what `escapeMarkup` did. */
export function unescapeMarkup(markup: string): string {
  return markup.replace(/\\(.)/gs, '$1')
}
