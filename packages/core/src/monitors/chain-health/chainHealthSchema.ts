import type { z } from 'zod'
import { createCountSchema } from '../createCountSchema.ts'
import { createMonitorSchema, durationSchema } from '../createMonitorSchema.ts'

/**
 * The settings of the monitor of the chain. A blip of the network is no alert: it has to last.
 *
 * @example
 * chainHealthSchema.parse({ staleAfter: '1h' })
 */
export const chainHealthSchema = createMonitorSchema({
  cron: '* * * * *',
  rules: ['chain-unreachable', 'chain-stale', 'follower-behind', 'chain-reorganised'],
  holdFor: { 'chain-unreachable': '2m', 'chain-stale': '2m', 'follower-behind': '2m' },
  bounds: {
    /** How old the newest block may be. */
    staleAfter: durationSchema.prefault('30m'),
    /** How long an event of the contract may stand in a block before it is followed. */
    behindAfter: durationSchema.prefault('5m'),
    /** How many blocks a reorg may take back and be only noted: more are a warning. */
    reorgBlocks: createCountSchema({ least: 0, fallback: 2 }),
  },
})

export type ChainHealthSettings = z.output<typeof chainHealthSchema>
