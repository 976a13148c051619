import { z } from 'zod'
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
    reorgBlocks: z
      .int({ error: 'must be a whole number of blocks' })
      .min(0, { error: 'must be 0 or more' })
      .default(2),
  },
})

export type ChainHealthSettings = z.output<typeof chainHealthSchema>
