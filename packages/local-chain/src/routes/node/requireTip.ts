import type { MiddlewareHandler } from 'hono'
import type { Chain } from '../../chain/Chain.ts'
import { getTip } from '../../chain/getTip.ts'

/**
 * Serves state only as it is now: the VM remembers no other. Who asks for it at another block (`?tip=`) is
 * answered as by a node that does not know the block; what names no block means the newest, there as here.
 */
export function requireTip(chain: Pick<Chain, 'index'>): MiddlewareHandler {
  return async (c, next) => {
    const tip = c.req.query('tip')
    if (tip === undefined || !/^[0-9a-fA-F]{64}$/.test(tip)) return next()
    if (`0x${tip.toLowerCase()}` === getTip(chain).indexHash) return next()
    return c.text('Chain tip not found', 404)
  }
}
