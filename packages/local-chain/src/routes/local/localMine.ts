import { z } from 'zod'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { readOptions } from './readOptions.ts'
import { toLocalBlock } from './toLocalBlock.ts'

const optionsSchema = z.strictObject({ blocks: z.number().int().min(1).max(10_000).optional() })

/** `POST /local/mine`: mines what is ready, or exactly `blocks` blocks. */
export function localMine(app: App, { chain, miner }: RouteDeps): void {
  app.post('/local/mine', async (c) => {
    const read = await readOptions(c, optionsSchema)
    if (!read.ok) return c.json({ error: 'Bad Request', message: read.message }, 400)
    const { blocks } = read.options
    const mined = miner.mine(read.options)
    // A transaction that was undone stops the mining until the VM is made again.
    while (chain.repair !== null) {
      await chain.repair
      if (blocks === undefined) mined.push(...miner.mineReady())
    }
    return c.json({ blocks: mined.map(toLocalBlock) })
  })
}
