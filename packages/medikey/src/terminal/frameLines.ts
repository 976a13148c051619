import stringWidth from 'string-width'
import type { Paint } from './Paint.ts'

/** Puts a frame around lines, as a chat shows a card. `width` counts the frame in. */
export function frameLines(paint: Paint, options: { lines: readonly string[]; width: number }): string[] {
  const { lines, width } = options
  const bar = paint('dim', '│')
  return [
    paint('dim', `┌${'─'.repeat(width - 2)}┐`),
    ...lines.map((line) => `${bar} ${line}${' '.repeat(Math.max(0, width - 4 - stringWidth(line)))} ${bar}`),
    paint('dim', `└${'─'.repeat(width - 2)}┘`),
  ]
}
