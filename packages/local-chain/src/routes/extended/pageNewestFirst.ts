/** A page of a listing that shows the newest first. In the API's words `next` is newer and `prev` is older. */
export type Page<T> = {
  readonly results: readonly T[]
  readonly next: T | null
  readonly prev: T | null
  readonly current: T | null
}

/**
 * Cuts a page out of a list, whatever the list's length, in time proportional to the page.
 *
 * @param items Oldest first.
 * @param end How many of the items, from the oldest on, the cursor leaves: all of them without one.
 */
export function pageNewestFirst<T>({
  items,
  end,
  offset,
  limit,
}: {
  items: readonly T[]
  end: number
  offset: number
  limit: number
}): Page<T> {
  const top = end - 1 - offset
  if (top < 0) return { results: [], next: null, prev: null, current: null }
  return {
    results: items.slice(Math.max(0, top - limit + 1), top + 1).reverse(),
    next: items[top + limit] ?? null,
    prev: top - limit < 0 ? null : (items[top - limit] ?? null),
    current: items[top] ?? null,
  }
}
