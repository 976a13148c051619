import { z } from 'zod'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { readOptions } from './readOptions.ts'
import { toLocalBlock } from './toLocalBlock.ts'

const optionsSchema = z.strictObject({ blocks: z.number().int().min(1).max(10_000).optional() })

/** `POST /local/mine`: mines what is ready, or exactly `blocks` blocks. */
export function localMine(app: App, { miner }: RouteDeps): void {
  app.post('/local/mine', async (c) => {
    const read = await readOptions(c, optionsSchema)
    if (!read.ok) return c.json({ error: 'Bad Request', message: read.message }, 400)
    return c.json({ blocks: miner.mine(read.options).map(toLocalBlock) })
  })
}
