import { BaseError } from '@medikey/errors'
import { isBeingBuilt } from '../../follower/isBeingBuilt.ts'
import { formatDuration } from '../../input/formatDuration.ts'
import type { Finding } from '../../model/Finding.ts'
import type { Monitor, Report } from '../Monitor.ts'
import type { ChainHealthSettings } from './chainHealthSchema.ts'
import { findReorgs } from './findReorgs.ts'
import { findUnfollowed } from './findUnfollowed.ts'

const CAUSE = 'chain'

/**
 * Finds a chain that cannot be read, one that makes no blocks, events that are not followed, and those that were taken
 * back. Whether the API refuses, answers with a web page or asks to wait is one condition, whose summary tells the
 * cause; while it lasts nothing is said of the others.
 *
 * @example
 * const { holds } = await findChainTrouble(deps, look, settings)
 */
export const findChainTrouble: Monitor<ChainHealthSettings> = async (deps, look, settings) => {
  const { now } = look
  // What was taken back is known here, also while the chain cannot be read.
  const holds: Finding[] = await findReorgs(deps, { look, settings })
  const ended: string[] = []
  const judge = (rule: Finding['rule'], trouble: { at: Date; summary: string } | null) => {
    const severity = rule === 'chain-unreachable' ? 'critical' : 'warning'
    const same = { kind: 'condition', fingerprint: rule, cause: CAUSE, subject: CAUSE } as const
    if (trouble === null) ended.push(rule)
    else holds.push({ rule, severity, ...same, ...trouble, recordId: null, txid: null })
  }
  const report: Report = { holds, ended }
  try {
    const tip = await deps.ledger.getTip()
    const block = await deps.ledger.getBlock({ height: tip.blockHeight })
    const getCheckpoint = () => deps.store.getCheckpoint()
    // A projection that is being built again is behind because somebody asked for it.
    const unfollowed = (await isBeingBuilt(deps.store, { getCheckpoint })) ? null : await findUnfollowed(deps)
    // A tip that a reorg takes between two questions has no time; the next look has another one.
    if (block !== null) judge('chain-stale', describeStale({ ...block, now, settings }))
    judge('follower-behind', describeBehind({ unfollowed, now, settings }))
  } catch (error) {
    if (!(error instanceof BaseError)) throw error
    judge('chain-unreachable', {
      at: now,
      summary: `The chain cannot be read: ${error.shortMessage} Nothing is followed, sent or watched until it can.`,
    })
    return report
  }
  judge('chain-unreachable', null)
  return report
}

function describeStale(options: { height: number; time: Date; now: Date; settings: ChainHealthSettings }) {
  const { height, time, now, settings } = options
  const at = new Date(time.getTime() + settings.staleAfter)
  if (at > now) return null
  return {
    at,
    summary: `The newest block, ${height}, is of ${time.toISOString()}: more than ${formatDuration(settings.staleAfter)} old. Nothing that is sent is mined. Check the node behind STACKS_API_URL, and the network's own status.`,
  }
}

function describeBehind(options: {
  unfollowed: { blockTime: Date; atLeast: number } | null
  now: Date
  settings: ChainHealthSettings
}) {
  const { unfollowed, now, settings } = options
  if (unfollowed === null) return null
  const at = new Date(unfollowed.blockTime.getTime() + settings.behindAfter)
  if (at > now) return null
  const { atLeast, blockTime } = unfollowed
  const events = atLeast === 1 ? 'An event' : `${atLeast} events or more`
  return {
    at,
    summary: `${events} of the contract, the oldest of ${blockTime.toISOString()}, ${atLeast === 1 ? 'is' : 'are'} on chain and not followed yet: what MediKey knows and watches is behind. Look for the follower's failures in the log.`,
  }
}
