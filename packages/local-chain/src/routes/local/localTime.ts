import { z } from 'zod'
import { getTip } from '../../chain/getTip.ts'
import { moveClock } from '../../chain/moveClock.ts'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { readOptions } from './readOptions.ts'

const frozen = z.boolean().optional()
const optionsSchema = z.union([
  z.strictObject({ at: z.iso.datetime({ offset: true }), frozen }),
  z.strictObject({ advanceSeconds: z.number().int().min(1).max(315_360_000), frozen }),
  z.strictObject({ frozen: z.boolean() }),
])
/** The last second that four digits can tell the year of. */
const latest = Date.parse('9999-12-31T23:59:59Z') / 1000

/**
 * `POST /local/time`: sets the chain's clock to a moment, moves it on, stops it or lets it run on. Blocks
 * from then on tell it.
 */
export function localTime(app: App, { chain }: RouteDeps): void {
  app.post('/local/time', async (c) => {
    const read = await readOptions(c, optionsSchema)
    if (!read.ok) {
      const message =
        'Send {"at": "2026-01-31T03:00:00Z"} or {"advanceSeconds": 3600}, either with "frozen": true to stop the clock there, or {"frozen": false}.'
      return c.json({ error: 'Bad Request', message }, 400)
    }
    const { options } = read
    const time = toTime(options, chain.clock.now())
    if (time < getTip(chain).time) {
      const message = `The newest block says ${toIso(getTip(chain).time)}: block times do not go back.`
      return c.json({ error: 'Bad Request', message }, 400)
    }
    if (time > latest) {
      const message = `${toIso(latest)} is the last moment that the chain can tell.`
      return c.json({ error: 'Bad Request', message }, 400)
    }
    moveClock(chain, { time, frozen: options.frozen ?? chain.clock.isFrozen() })
    return c.json({ time: toIso(chain.clock.now()), frozen: chain.clock.isFrozen() })
  })
}

function toTime(options: z.infer<typeof optionsSchema>, now: number): number {
  if ('at' in options) return Math.floor(Date.parse(options.at) / 1000)
  return 'advanceSeconds' in options ? now + options.advanceSeconds : now
}

function toIso(seconds: number): string {
  return new Date(seconds * 1000).toISOString()
}
