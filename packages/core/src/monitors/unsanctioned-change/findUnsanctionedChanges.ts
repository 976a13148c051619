import type { Finding } from '../../model/Finding.ts'
import type { EventProjection } from '../../model/Projection.ts'
import type { Monitor } from '../Monitor.ts'
import { isTwin } from './isTwin.ts'
import { toUnsanctioned } from './toUnsanctioned.ts'
import type { UnsanctionedChangeSettings } from './unsanctionedChangeSchema.ts'

/**
 * Finds what was granted, revoked, archived or switched on chain without MediKey: a physician and the CMO may call the
 * contract directly, and MediKey can only tell. What happened before MediKey was installed was not its to approve.
 *
 * A transaction's bytes and txid are stored before they leave, so what is ours is known to be ours whenever its event is
 * read.
 *
 * @example
 * const { holds } = await findUnsanctionedChanges(deps, look, unsanctionedChangeSchema.parse({}))
 */
export const findUnsanctionedChanges: Monitor<UnsanctionedChangeSettings> = async (deps, look) => {
  const nothing = { holds: [], ended: [] }
  const binding = await deps.store.getChainBinding()
  if (binding === null) return nothing
  const suspects: { event: EventProjection; finding: Finding }[] = []
  for (const event of look.changes) {
    const finding = event.blockHeight > binding.installedAtHeight ? toUnsanctioned(deps, event) : null
    if (finding !== null) suspects.push({ event, finding })
  }
  if (suspects.length === 0) return nothing
  const txids = [...new Set(suspects.map(({ event }) => event.txid))]
  const ours = new Set(await deps.store.findOwnTxids({ txids }))
  const holds: Finding[] = []
  for (const { event, finding } of suspects) {
    if (!ours.has(event.txid) && !(await isTwin(deps, event))) holds.push(finding)
  }
  return { holds, ended: [] }
}
