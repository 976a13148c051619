import { getTip } from '../../chain/getTip.ts'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { toLocalBlock } from './toLocalBlock.ts'

/** `POST /local/reset`: begins another chain in the place of this one, with the contracts deployed. */
export function localReset(app: App, { chain, reset }: RouteDeps): void {
  app.post('/local/reset', async (c) => {
    await reset()
    return c.json({ tip: toLocalBlock(getTip(chain)) })
  })
}
