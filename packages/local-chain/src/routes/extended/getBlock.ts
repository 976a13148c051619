import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { findBlock } from './findBlock.ts'
import { toBlock } from './toBlock.ts'

/** `GET /extended/v2/blocks/{height_or_hash}` */
export function getBlock(app: App, { chain }: RouteDeps): void {
  app.get('/extended/v2/blocks/:heightOrHash', (c) =>
    c.json(toBlock(findBlock(chain, { heightOrHash: c.req.param('heightOrHash') }))),
  )
}
