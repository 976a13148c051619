/**
 * Cuts a text that is too long, visibly, without splitting what a reader takes for one character.
 *
 * @param longest in UTF-16 units, as the platforms count
 * @example
 * cutText('ward round', 5) // 'ward…'
 */
export function cutText(text: string, longest: number): string {
  if (text.length <= longest) return text
  const end = new Intl.Segmenter().segment(text).containing(longest - 1)?.index ?? 0
  return `${text.slice(0, end)}…`
}
