import type { Field, Message } from '@medikey/core'

/**
 * What of an edited card is worth drawing again below the one that was drawn before: its state, what was added or
 * changed, and the names of what stayed. A chat edits in place; on a terminal a whole card each time would hide the news.
 */
export function toEdit(options: { before: Message; after: Message }): Message {
  const { before, after } = options
  const isOld = (field: Field) => before.fields.some((known) => isSame(known, field))
  const unchanged = after.fields.filter(isOld).map((field) => field.label)
  return {
    ...after,
    fields: after.fields.filter((field) => !isOld(field)),
    footer: [
      ...(unchanged.length === 0 ? [] : [[`As before: ${unchanged.join(', ')}`]]),
      ...after.footer.filter((line) => !before.footer.some((known) => isSame(known, line))),
    ],
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
