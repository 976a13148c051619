import { formatDuration } from '../../input/formatDuration.ts'
import type { FailedCall } from '../../model/FailedCall.ts'
import type { Finding } from '../../model/Finding.ts'
import { findCrossings } from '../findCrossings.ts'
import type { Look, MonitorDeps } from '../Monitor.ts'
import type { AccessVolumeSettings } from './accessVolumeSchema.ts'

/** ERR_SYSTEM_MAINTENANCE: in maintenance everybody is refused, which says nothing of who asked. */
const MAINTENANCE = 106n

/**
 * Senders whose calls the contract refused many times within a short time: one happening a burst, at the call that made
 * it one.
 */
export async function findDeniedCalls(
  deps: Pick<MonitorDeps, 'store' | 'directory'>,
  look: Look,
  settings: AccessVolumeSettings,
): Promise<Finding[]> {
  const { count, within } = settings.deniedCalls
  const isDenied = ({ code }: FailedCall) => code !== MAINTENANCE
  const senders = Map.groupBy(look.failedCalls.filter(isDenied), ({ sender }) => sender)
  const findings: Finding[] = []
  for (const [sender, fresh] of senders) {
    const times = fresh.map(({ blockTime }) => blockTime.getTime())
    const from = new Date(Math.min(...times) - 2 * within)
    const to = new Date(Math.max(...times) + 1)
    const calls = (await deps.store.listSenderFailedCalls({ sender, from, to })).filter(isDenied)
    const isFresh = new Set(fresh.map(({ txid }) => txid))
    for (const call of findCrossings(calls, { getTime: ({ blockTime }) => blockTime, count, within })) {
      if (!isFresh.has(call.txid)) continue
      const { name } = deps.directory.describe(sender)
      findings.push({
        rule: 'denied-calls',
        severity: 'warning',
        kind: 'happening',
        fingerprint: `denied-calls:${sender}:${call.txid}`,
        cause: sender,
        subject: name,
        summary: `The contract refused ${count} calls of ${name} within ${formatDuration(within)}, the last one ${call.functionName}. Ask them what they were trying.`,
        recordId: call.recordId,
        txid: call.txid,
        at: call.blockTime,
      })
    }
  }
  return findings
}
