/**
 * Takes out of a text what a reader cannot see but a screen obeys: control characters, and marks that reverse the
 * order of what follows. Text of right-to-left scripts needs none of them.
 */
export function toInertText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/[^\P{Cc}\n\t]/gu, '')
}
