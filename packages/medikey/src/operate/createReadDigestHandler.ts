import { PassThrough } from 'node:stream'
import { composeDigest, type Deps, readDigest, readToday } from '@medikey/core'
import { type ControlHandler, defineControlHandler } from '@medikey/runtime'
import { z } from 'zod'
import { createPaint } from '../terminal/createPaint.ts'
import { drawMessage } from '../terminal/drawMessage.ts'
import { encodeChart } from './chartSchema.ts'

const WIDTH = 100

/** Reads the last digest, or today's so far, for the operator, as it is posted; it draws no pictures, since that would hold up the work. */
export function createReadDigestHandler(
  deps: Pick<Deps, 'store' | 'settings' | 'directory' | 'clock'>,
): ControlHandler {
  return defineControlHandler({
    params: z.strictObject({ period: z.enum(['daily', 'weekly', 'today']), hasColors: z.boolean() }),
    async run({ period, hasColors }) {
      const now = deps.clock.now()
      const digest =
        period === 'today' ? await readToday(deps, { now }) : await readDigest(deps, { period, at: now })
      const { message, charts } = composeDigest(deps, digest)
      const paint = createPaint({ out: Object.assign(new PassThrough(), { isTTY: hasColors }) })
      return {
        id: digest.id,
        name: digest.name,
        from: digest.from.toISOString(),
        to: digest.to.toISOString(),
        timeZone: digest.timeZone,
        figures: digest.figures,
        drawn: drawMessage(paint, { message, width: WIDTH }).join('\n'),
        charts: charts.map(encodeChart),
      }
    },
  })
}
