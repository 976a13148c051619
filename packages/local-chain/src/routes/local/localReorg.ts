import { getTip } from '../../chain/getTip.ts'
import { reorgSchema } from '../../chain/reorgSchema.ts'
import { ReorgTooDeepError } from '../../errors/ReorgTooDeepError.ts'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { readOptions } from './readOptions.ts'
import { toLocalBlock } from './toLocalBlock.ts'

/** `POST /local/reorg`: orphans the newest `blocks` blocks, and begins the new fork with `empty` ones. */
export function localReorg(app: App, { chain, miner }: RouteDeps): void {
  app.post('/local/reorg', async (c) => {
    const read = await readOptions(c, reorgSchema)
    if (!read.ok) return c.json({ error: 'Bad Request', message: read.message }, 400)
    try {
      while (chain.repair !== null) await chain.repair
      const orphaned = miner.reorg(read.options)
      await chain.repair
      return c.json({ orphaned: orphaned.map(toLocalBlock), tip: toLocalBlock(getTip(chain)) })
    } catch (error) {
      if (!(error instanceof ReorgTooDeepError)) throw error
      return c.json({ error: 'Bad Request', message: error.shortMessage }, 400)
    }
  })
}
