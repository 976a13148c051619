import { CursorNotFoundError } from '@medikey/contract-client'
import { HistoryGapError } from '../../errors/HistoryGapError.ts'

/** A page of a history that is listed newest first. */
export type HistoryPage<T> = {
  readonly items: readonly T[]
  readonly cursor: string | null
  readonly olderCursor: string | null
  readonly newerCursor: string | null
}

/** A history in pages. */
export type History<T> = {
  /** What it is, in an error's words. */
  readonly of: string
  /** How many items a page has that is not the last one. */
  readonly pageLength: number
  /** Without a cursor the newest page. */
  readPage(cursor?: string): Promise<HistoryPage<T>>
  /** A page near the beginning, from which one is on the last one in a few steps. */
  readOldPage(): Promise<HistoryPage<T>>
  toKey(item: T): string
}

/** A page, read upwards: its items are newest first still. */
export type UpwardPage<T> = {
  readonly items: readonly T[]
  readonly cursor: string
  readonly isNewest: boolean
}

/**
 * Pages of a history that is listed newest first, oldest page first: one page is held at a time, however long the history
 * is. A page may hold what was given before. Mostly the newest page holds everything that is new, and is the only one.
 *
 * @param options.isKnown whether an item stands at or before where reading begins; null: from the beginning
 * @param options.cursor a page near there
 * @throws HistoryGapError where pages do not fit together
 */
export async function* readUpwards<T>(
  history: History<T>,
  options: { isKnown: ((item: T) => boolean) | null; cursor: string | null },
): AsyncGenerator<UpwardPage<T>> {
  const { isKnown, cursor } = options
  const newest = await history.readPage()
  if (newest.cursor === null) return
  const reaches = (page: HistoryPage<T>) =>
    page.olderCursor === null || (isKnown !== null && page.items.some(isKnown))
  requireWhole(history, newest)
  if (reaches(newest)) {
    yield { items: newest.items, cursor: newest.cursor, isNewest: true }
    return
  }

  let page = isKnown === null ? await history.readOldPage() : await readAgain(history, cursor, newest)
  while (page.olderCursor !== null && !reaches(page)) page = await history.readPage(page.olderCursor)
  for (;;) {
    requireWhole(history, page)
    if (page.cursor === null) return
    yield { items: page.items, cursor: page.cursor, isNewest: page.newerCursor === null }
    if (page.newerCursor === null) return
    const newer = await history.readPage(page.newerCursor)
    if (newer.cursor === null || newer.cursor === page.cursor) throw gap(history, 'a newer page is not newer')
    const seen = new Set(page.items.map(history.toKey))
    const isOverlapping = newer.items.some((item) => seen.has(history.toKey(item)))
    if (!isOverlapping && newer.olderCursor !== page.cursor) throw gap(history, 'two pages do not meet')
    page = newer
  }
}

async function readAgain<T>(
  history: History<T>,
  cursor: string | null,
  newest: HistoryPage<T>,
): Promise<HistoryPage<T>> {
  if (cursor === null) return newest
  try {
    return await history.readPage(cursor)
  } catch (error) {
    if (error instanceof CursorNotFoundError) return newest
    throw error
  }
}

function requireWhole<T>(history: History<T>, page: HistoryPage<T>): void {
  const distinct = new Set(page.items.map(history.toKey)).size
  if (page.olderCursor !== null && distinct < history.pageLength) throw gap(history, 'a page is not full')
}

function gap<T>(history: History<T>, problem: string): HistoryGapError {
  return new HistoryGapError({ of: history.of, problem })
}
