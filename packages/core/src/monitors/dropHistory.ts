import type { Look, MonitorDeps, Report } from './Monitor.ts'

/**
 * A report without the happenings that a first look finds in blocks from before MediKey was installed: nobody waits to
 * be told what a physician did last year. Conditions stay: what still holds is to be known, however old it is.
 */
export async function dropHistory(
  deps: Pick<MonitorDeps, 'store'>,
  options: { look: Pick<Look, 'changes' | 'failedCalls'>; report: Report },
): Promise<Report> {
  const { look, report } = options
  if (!report.holds.some(({ kind }) => kind === 'happening')) return report
  const binding = await deps.store.getChainBinding()
  if (binding === null) return report
  const old = new Set(
    [...look.changes, ...look.failedCalls]
      .filter(({ blockHeight }) => blockHeight <= binding.installedAtHeight)
      .map(({ txid }) => txid),
  )
  const isHistory = ({ kind, txid }: Report['holds'][number]) =>
    kind === 'happening' && txid !== null && old.has(txid)
  return { ...report, holds: report.holds.filter((finding) => !isHistory(finding)) }
}
