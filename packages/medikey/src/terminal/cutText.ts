/** A line break takes a line's room, else a text of nothing but line breaks would scroll the rest away. */
const LINE_BREAK_COSTS = 60

/**
 * Cuts a text, between what a reader takes for two characters.
 *
 * @param options.room in UTF-16 units
 * @returns what fits, how much room is left, and how many characters do not fit
 */
export function cutText(
  text: string,
  options: { room: number },
): { kept: string; room: number; hidden: number } {
  let { room } = options
  let end = 0
  let hidden = 0
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    room -= segment === '\n' ? LINE_BREAK_COSTS : segment.length
    if (room < 0) hidden += 1
    else end += segment.length
  }
  return { kept: text.slice(0, end), room: Math.max(0, room), hidden }
}
