import type { MonitorDeps } from '../Monitor.ts'
import type { Difference } from './compareRecords.ts'

/** Compares what there is one of: the number of records, and whether the system is in maintenance. */
export async function compareWhole(deps: Pick<MonitorDeps, 'store' | 'ledger'>): Promise<Difference[]> {
  const [newest] = await deps.store.listRecords({ offset: 0, limit: 1 })
  const last = await deps.store.getLastEvent({ names: ['maintenance-enabled', 'maintenance-disabled'] })
  const [total, isHalted] = await Promise.all([
    deps.ledger.getTotalRecords(),
    deps.ledger.isSystemMaintenance(),
  ])
  // Records are numbered without a gap: the newest number is how many there are.
  const known = newest?.recordId ?? 0n
  const isKnownHalted = last?.value?.event === 'maintenance-enabled'
  return [
    {
      subject: 'the number of records',
      recordId: null,
      what: known === total ? [] : [`${known} instead of ${total}`],
    },
    {
      subject: 'maintenance',
      recordId: null,
      what: isKnownHalted === isHalted ? [] : [isHalted ? 'the system is halted' : 'the system works'],
    },
  ]
}
