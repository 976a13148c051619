import type { Finding } from '../model/Finding.ts'
import type { RuleName } from '../model/RuleName.ts'
import type { Look, MonitorDeps, Report } from './Monitor.ts'

/**
 * Reports the conditions of rules whose every case is cheap to find anew, because few hold at a time: what held and is
 * not found any more has ended. So an end needs no event of its own, and what a reorg took away ends as well.
 *
 * @param options.find finds every case as of `now`, which is never earlier than what was found before: a clock that was
 * set back neither ends what stands nor finds it twice
 */
export async function examineConditions(
  deps: Pick<MonitorDeps, 'store'>,
  look: Pick<Look, 'since' | 'now'>,
  options: { rules: readonly RuleName[]; find: (now: Date) => Promise<readonly Finding[]> },
): Promise<Report> {
  const held = await deps.store.listHoldingFindings({ rules: options.rules })
  const moments = [look.now, look.since ?? look.now, ...held.map(({ at }) => at)]
  const holds = await options.find(new Date(Math.max(...moments.map((at) => at.getTime()))))
  const found = new Set(holds.map(({ fingerprint }) => fingerprint))
  const ended = held.map(({ fingerprint }) => fingerprint).filter((fingerprint) => !found.has(fingerprint))
  return { holds, ended }
}
