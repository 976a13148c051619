const LOOKALIKES: Readonly<Record<string, string>> = { '*': '＊', _: '＿', '~': '～', '`': '｀' }

/**
 * Makes a text safe inside Slack's own markup, where `&`, `<` and `>` begin mentions and links. What begins bold,
 * italic, strike, code and emoji has no escape there and is replaced by its wide twin; whatever must be shown to the
 * letter belongs into a rich text block instead.
 *
 * @example
 * escapeMarkup('<!channel> *now*') // '&lt;!channel&gt; ＊now＊'
 */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[*_~`]/g, (character) => LOOKALIKES[character] ?? character)
    .replace(/:(?=[\w+'-]+:)/g, '꞉')
}
