const MARK = ' … (cut)'
const LONGEST_CHARACTER = 64

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
  // A little more than fits, so that the character at the edge is seen whole.
  const segments = new Intl.Segmenter().segment(text.slice(0, room + LONGEST_CHARACTER))
  const end = segments.containing(room)?.index ?? room
  return `${text.slice(0, end)}${MARK}`
}
