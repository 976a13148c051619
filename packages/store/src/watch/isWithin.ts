import type { Window } from '@medikey/core'
import { and, type Column, gt, lte, type SQL } from 'drizzle-orm'

/** Whether a moment lies in the window. */
export function isWithin(column: Column, { after, until }: Window): SQL | undefined {
  return and(after === null ? undefined : gt(column, after), lte(column, until))
}
