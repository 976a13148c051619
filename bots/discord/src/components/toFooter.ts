import { type Text, toPlainText } from '@medikey/core'
import { limits } from './limits.ts'
import { toMarkup } from './toMarkup.ts'

/** Small print, a line each; empty where there is nothing to print. */
export function toFooter(lines: readonly Text[], options: { workspace: string; max: number }): string {
  return lines
    .slice(0, limits.footerLines)
    .filter((line) => toPlainText(line).trim() !== '')
    .map((line) => `-# ${toMarkup(line, options).replace(/\s*\n\s*/g, ' ')}`)
    .join('\n')
}
