import type { Answer } from './Method.ts'
import { refuse } from './refuse.ts'

/** One page of messages, with the cursor of the next. */
export function paginate(
  found: readonly Record<string, unknown>[],
  args: Readonly<Record<string, unknown>>,
): Answer {
  const limit = Number(args.limit ?? 100)
  const start = args.cursor === undefined ? 0 : Number(args.cursor)
  if (!Number.isInteger(limit) || limit < 1 || limit > 999) return refuse('invalid_limit')
  if (!Number.isInteger(start)) return refuse('invalid_cursor')
  const end = start + limit
  const hasMore = end < found.length
  return {
    ok: true,
    messages: found.slice(start, end),
    has_more: hasMore,
    response_metadata: { next_cursor: hasMore ? end.toString() : '' },
  }
}
