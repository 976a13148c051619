import { getTip } from '../../chain/getTip.ts'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { ApiError } from './ApiError.ts'
import { pageNewestFirst } from './pageNewestFirst.ts'
import { parsePage } from './parsePage.ts'
import { toBlock } from './toBlock.ts'

const maximumOffset = 300

/** `GET /extended/v2/blocks`: newest first. */
export function listBlocks(app: App, { chain }: RouteDeps): void {
  app.get('/extended/v2/blocks', (c) => {
    const { limit, offset } = parsePage(c, { resource: 'block', maximumOffset })
    const { blocks, blocksByHash } = chain.index
    const cursor = c.req.query('cursor')
    if (cursor !== undefined && !/^0x[a-fA-F0-9]{64}$/.test(cursor)) {
      throw new ApiError({
        status: 400,
        message: 'querystring/cursor must match pattern "^0x[a-fA-F0-9]{64}$"',
      })
    }
    const from = cursor === undefined ? getTip(chain) : blocksByHash.get(cursor.toLowerCase())
    const page = pageNewestFirst({ items: blocks, end: from?.height ?? 0, offset, limit })
    if (cursor !== undefined && page.current === null) {
      throw new ApiError({ status: 404, message: 'Cursor not found' })
    }
    return c.json({
      limit,
      offset,
      total: blocks.length,
      next_cursor: page.next?.indexHash ?? null,
      prev_cursor: page.prev?.indexHash ?? null,
      cursor: page.current?.indexHash ?? null,
      results: page.results.map(toBlock),
    })
  })
}
