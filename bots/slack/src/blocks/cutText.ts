const MARK = ' … (cut)'

/**
 * Shortens a text to `max` characters, visibly, without splitting what a reader takes for one character.
 *
 * @param max at least the length of the mark
 * @example
 * cutText('a very long reason', 12) // 'a ve … (cut)'
 */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text
  const room = Math.max(0, max - MARK.length)
  let end = 0
  for (const { segment, index } of new Intl.Segmenter().segment(text.slice(0, room + 1))) {
    if (index + segment.length > room) break
    end = index + segment.length
  }
  return `${text.slice(0, end)}${MARK}`
}
