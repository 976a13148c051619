import { stripVTControlCharacters } from 'node:util'

/**
 * Makes a foreign text harmless on a terminal: escape sequences, control characters and invisible formatting (among them
 * the marks that turn the reading direction around) are taken out. Line breaks stay, and so do the joiners that emoji
 * and several scripts are written with.
 *
 * @example
 * toInertText('ward round\u001b[2J') // 'ward round'
 */
export function toInertText(text: string): string {
  return stripVTControlCharacters(text.toWellFormed())
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(/[[\p{Cc}\p{Cf}]--[\n\u200c\u200d]]/gv, '')
}
