/**
 * Makes a text be shown to the letter where Discord reads markup. A backslash before a sign takes its meaning: those of
 * bold, italic, strike, spoiler, code, mentions, links, emoji and times anywhere, and those of headings, lists, quotes
 * and small print where a line begins with them.
 *
 * @example
 * escapeMarkup('# <@5> **now**') // '\\# \\<\\@5\\> \\*\\*now\\*\\*'
 */
export function escapeMarkup(text: string): string {
  return (
    text
      .replace(/[\\*_~|`<>@:[\]#]/g, '\\$&')
      .replace(/^(\s*)([-+])/gm, '$1\\$2')
      // Also where the digits before the dot belong to another piece of the same line.
      .replace(/^(\s*\d*)\./gm, '$1\\.')
  )
}
