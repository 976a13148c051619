import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { miningChangeSchema } from '../../mining/Mining.ts'
import { readOptions } from './readOptions.ts'

/** `/local/mining` tells and changes how the chain mines; `/local/pause` and `/local/resume` stop and start it. */
export function localMining(app: App, { miner }: RouteDeps): void {
  app.get('/local/mining', (c) => c.json(miner.getMining()))
  app.post('/local/mining', async (c) => {
    const read = await readOptions(c, miningChangeSchema)
    if (!read.ok) return c.json({ error: 'Bad Request', message: read.message }, 400)
    return c.json(miner.setMining(read.options))
  })
  app.post('/local/pause', (c) => c.json(miner.pause()))
  app.post('/local/resume', (c) => c.json(miner.resume()))
}
