import type { Window } from '../ports/WatchStore.ts'
import type { Look } from './Monitor.ts'

/** How long a row may be on its way from the clock that stamped it to the commit that shows it. */
const OVERLAP_MS = 300_000

/**
 * The window of a look for happenings that people's clocks stamp: it begins a little earlier, because a row may be seen
 * only after its own time. What is found twice is told once.
 *
 * @param options.firstMs how far the first look goes back: what is older is history
 */
export function overlapWindow(look: Pick<Look, 'since' | 'now'>, options: { firstMs: number }): Window {
  const { since, now } = look
  const after = since === null ? now.getTime() - options.firstMs : since.getTime() - OVERLAP_MS
  return { after: new Date(after), until: now }
}
