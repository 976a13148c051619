import type { Finding } from '../../model/Finding.ts'
import type { Monitor, MonitorDeps } from '../Monitor.ts'
import { chooseHeld } from './chooseHeld.ts'
import { chooseSample } from './chooseSample.ts'
import { compareRecords, type Difference } from './compareRecords.ts'
import { compareWhole } from './compareWhole.ts'
import { readSettled } from './readSettled.ts'
import type { ReconcileSettings } from './reconcileSchema.ts'

const RULE = 'projection-differs'

/**
 * Compares the projection with the chain: the number of records, maintenance, and a sample of the records with their
 * privileges, which moves on so that everything has its turn once a day; and again what differed before.
 *
 * It does not cry about what the follower has merely not read yet: what an event newer than the checkpoint touches is
 * left for the next time, and so is everything while the checkpoint's block is not the chain's. What differs is looked
 * at twice. A run is bounded, however many records there are and differ: what it leaves has its turn on another day. The
 * privileges of one record are always read together.
 *
 * @example
 * const { holds, ended } = await findDifferences(deps, look, reconcileSchema.parse({}))
 */
export const findDifferences: Monitor<ReconcileSettings> = async (deps, look, settings) => {
  const held = await deps.store.listHoldingFindings({ rules: [RULE] })
  const heldIds = await chooseHeld(deps, { recordIds: held.flatMap(({ recordId }) => recordId ?? []) })
  const recordIds = [...new Set([...(await chooseSample(deps, look, settings)), ...heldIds])]
  const first = await compare(deps, recordIds)
  const suspects = first.differences.flatMap(({ recordId }) => (recordId === null ? [] : [recordId]))
  // A difference is only told, or kept, where a second look sees it as well.
  const second = first.differences.length === 0 ? first : await compare(deps, suspects)
  const holds = second.differences.filter(({ subject }) =>
    first.differences.some((difference) => difference.subject === subject),
  )
  const differing = new Set(first.differences.map(({ subject }) => subject))
  return {
    holds: holds.map((difference) => {
      const before = held.find(({ fingerprint }) => fingerprint === `${RULE}:${difference.subject}`)
      return toFinding(difference, before?.at ?? look.now)
    }),
    ended: first.compared.filter((subject) => !differing.has(subject)).map((subject) => `${RULE}:${subject}`),
  }
}

/** What could be judged, and what of it differs. */
async function compare(
  deps: Pick<MonitorDeps, 'store' | 'ledger'>,
  recordIds: readonly bigint[],
): Promise<{ compared: string[]; differences: Difference[] }> {
  const { value, touched } = await readSettled(deps, async () => [
    ...(await compareWhole(deps)),
    ...(await compareRecords(deps, { recordIds })),
  ])
  const judged = value.filter(({ subject }) => touched !== 'everything' && !touched.has(subject))
  return {
    compared: judged.map(({ subject }) => subject),
    differences: judged.filter(({ what }) => what.length > 0),
  }
}

function toFinding({ subject, recordId, what }: Difference, at: Date): Finding {
  return {
    rule: RULE,
    severity: 'warning',
    kind: 'condition',
    fingerprint: `${RULE}:${subject}`,
    cause: 'projection',
    subject,
    summary: `What MediKey remembers of ${subject} differs from the chain: ${what.join(', ')}. Decisions are checked against the chain all the same. Build it again with: medikey rebuild`,
    recordId,
    txid: null,
    at,
  }
}
