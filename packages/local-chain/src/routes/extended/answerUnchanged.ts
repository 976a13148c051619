import type { MiddlewareHandler } from 'hono'
import type { Chain } from '../../chain/Chain.ts'
import { getTip } from '../../chain/getTip.ts'

/** Tags each answer with what it was made of, and answers 304 to who has it already. */
export function answerUnchanged(chain: Pick<Chain, 'index' | 'mempool'>): MiddlewareHandler {
  return async (c, next) => {
    const tag = `"${getTip(chain).indexHash}:${chain.mempool.revision()}"`
    if (c.req.method === 'GET' && c.req.header('if-none-match') === tag)
      return c.body(null, 304, { ETag: tag })
    await next()
    if (c.res.status !== 200) return
    c.header('ETag', tag)
    c.header('Cache-Control', 'public, no-cache')
  }
}
