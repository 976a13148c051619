import { z } from 'zod'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { readOptions } from './readOptions.ts'
import { toLocalBlock } from './toLocalBlock.ts'

const optionsSchema = z.strictObject({ count: z.number().int().min(1).max(10_000).default(1) })

/** `POST /local/tenures`: begins `count` tenures, each with a burn block and an empty Stacks block. */
export function localTenures(app: App, { miner }: RouteDeps): void {
  app.post('/local/tenures', async (c) => {
    const read = await readOptions(c, optionsSchema)
    if (!read.ok) return c.json({ error: 'Bad Request', message: read.message }, 400)
    return c.json({ blocks: miner.advanceTenures(read.options).map(toLocalBlock) })
  })
}
