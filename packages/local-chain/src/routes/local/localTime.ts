import { z } from 'zod'
import { getTip } from '../../chain/getTip.ts'
import { moveClock } from '../../chain/moveClock.ts'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { readOptions } from './readOptions.ts'

const optionsSchema = z.union([
  z.strictObject({ at: z.iso.datetime({ offset: true }) }),
  z.strictObject({ advanceSeconds: z.number().int().min(1).max(315_360_000) }),
])

/** `POST /local/time`: sets the chain's clock to a moment, or moves it on. Blocks from then on tell it. */
export function localTime(app: App, { chain }: RouteDeps): void {
  app.post('/local/time', async (c) => {
    const read = await readOptions(c, optionsSchema)
    if (!read.ok) {
      const message = 'Send {"at": "2026-01-31T03:00:00Z"} or {"advanceSeconds": 3600}.'
      return c.json({ error: 'Bad Request', message }, 400)
    }
    const { options } = read
    const time =
      'at' in options ? Math.floor(Date.parse(options.at) / 1000) : chain.clock.now() + options.advanceSeconds
    if (time < getTip(chain).time) {
      const message = `The newest block says ${toIso(getTip(chain).time)}: block times do not go back.`
      return c.json({ error: 'Bad Request', message }, 400)
    }
    moveClock(chain, { time })
    return c.json({ time: toIso(chain.clock.now()) })
  })
}

function toIso(seconds: number): string {
  return new Date(seconds * 1000).toISOString()
}
