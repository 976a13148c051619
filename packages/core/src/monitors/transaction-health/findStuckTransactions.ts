import { SystemMaintenanceError } from '@medikey/contract-client'
import { formatTimeLeft } from '../../input/formatTimeLeft.ts'
import type { Finding } from '../../model/Finding.ts'
import type { Transaction } from '../../model/Transaction.ts'
import type { MonitorDeps } from '../Monitor.ts'
import type { TransactionHealthSettings } from './transactionHealthSchema.ts'

const NEWEST = 100
/** Waiting for the end of maintenance is told by its own alert. */
const MAINTENANCE = new SystemMaintenanceError().code

/** Every transaction that is in no block and took no step for too long. One signer's are one alert: they queue up. */
export async function findStuckTransactions(
  deps: Pick<MonitorDeps, 'store' | 'directory'>,
  options: { now: Date; settings: Pick<TransactionHealthSettings, 'stuckAfter' | 'stuckCriticalAfter'> },
): Promise<Finding[]> {
  const { now, settings } = options
  const until = new Date(now.getTime() - settings.stuckAfter)
  const findings: Finding[] = []
  for (const transaction of await deps.store.listStuckTransactions({ until })) {
    const { id, requestId, signer, status, txid, failure } = transaction
    if (status === 'queued' && failure?.code === MAINTENANCE) continue
    const since = await getLastStep(deps, transaction)
    const request = since > until ? null : await deps.store.getRequest(requestId)
    if (request === null) continue
    const isCritical = now.getTime() - since.getTime() >= settings.stuckCriticalAfter
    const bound = isCritical ? settings.stuckCriticalAfter : settings.stuckAfter
    const where = request.recordId === null ? '' : ` on record ${request.recordId}`
    const why = failure === null ? toReason(status) : failure.message
    findings.push({
      rule: 'transaction-stuck',
      severity: isCritical ? 'critical' : 'warning',
      kind: 'condition',
      fingerprint: `transaction-stuck:${id}`,
      cause: signer,
      subject: `request ${requestId}`,
      summary: `The ${request.kind}${where} that ${deps.directory.describe(signer).name} signs has got no further for ${formatTimeLeft(bound)}. ${why}`,
      recordId: request.recordId,
      txid,
      at: new Date(since.getTime() + settings.stuckAfter),
    })
  }
  return findings
}

/** A reorg puts a transaction of long ago back on its way: its time begins anew there. */
async function getLastStep(deps: Pick<MonitorDeps, 'store'>, transaction: Transaction): Promise<Date> {
  const { requestId, broadcastAt, signedAt, createdAt } = transaction
  const entries = await deps.store.listAudit({ requestId, limit: NEWEST })
  const orphaned = entries.findLast(({ action }) => action === 'transaction-orphaned')
  const steps = [createdAt, signedAt, broadcastAt, orphaned?.at ?? null].flatMap((at) =>
    at === null ? [] : [at.getTime()],
  )
  return new Date(Math.max(...steps))
}

function toReason(status: Transaction['status']): string {
  switch (status) {
    case 'queued':
      return 'It waits to be signed. Check that the transaction worker runs: medikey check.'
    case 'broadcast':
      return 'The node has it and no block takes it: the fee may be too low, or an earlier transaction of the same signer is missing.'
    default:
      return 'No node has said that it took it. Check the node: medikey check.'
  }
}
