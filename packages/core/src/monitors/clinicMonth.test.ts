import { describe, expect, test } from 'vitest'
import { createClinicMonth } from '../../testing/clinic-month/createClinicMonth.ts'
import { type Planted, planClinicMonth } from '../../testing/clinic-month/planClinicMonth.ts'
import { createClinic } from '../../testing/index.ts'
import type { Finding } from '../model/Finding.ts'
import { accessVolumeSchema } from './access-volume/accessVolumeSchema.ts'
import { findAccessVolume } from './access-volume/findAccessVolume.ts'
import type { Look } from './Monitor.ts'
import { findRecordArchival } from './record-archival/findRecordArchival.ts'
import { recordArchivalSchema } from './record-archival/recordArchivalSchema.ts'

const HOUR_MS = 3_600_000
const DAYS = 30
const SMALL = { physicians: 6, staff: 60, records: 1_500 }
const CLINIC = { physicians: 20, staff: 200, records: 5_000 }

/** Lives through a month with a look each `everyMs`; returns what was found, by fingerprint. */
async function live(
  clinic: typeof CLINIC,
  options: { seed: number; everyMs: number },
): Promise<{ found: Finding[]; planted: readonly Planted[] }> {
  const { seed, everyMs } = options
  const { acts, planted } = planClinicMonth({ seed, days: DAYS, ...clinic })
  const month = createClinicMonth({ seed, ...clinic })
  const deps = { ...createClinic().deps, store: month.store }
  const found = new Map<string, Finding>()
  const first = acts[0]?.at ?? 0
  const ticks = Map.groupBy(acts, ({ at }) => Math.floor((at - first) / everyMs))
  for (const [tick, batch] of ticks) {
    const now = new Date(first + (tick + 1) * everyMs)
    const look: Look = { ...month.live(batch), since: new Date(now.getTime() - everyMs), now }
    const reports = [
      await findAccessVolume(deps, look, accessVolumeSchema.parse(undefined)),
      await findRecordArchival(deps, look, recordArchivalSchema.parse(undefined)),
    ]
    for (const finding of reports.flatMap(({ holds }) => holds))
      if (!found.has(finding.fingerprint)) found.set(finding.fingerprint, finding)
  }
  return { found: [...found.values()], planted }
}

const isNear = (finding: Finding, { who, at }: Planted) =>
  finding.cause === who && Math.abs(finding.at.getTime() - at) < 12 * HOUR_MS

describe('in an ordinary month', () => {
  test('what was planted is found, and next to nothing else', async () => {
    const { found, planted } = await live(CLINIC, { seed: 5, everyMs: HOUR_MS })
    const alarms = found.filter(({ severity }) => severity !== 'info')
    for (const each of planted)
      expect(
        alarms.filter((finding) => finding.rule === each.rule && isNear(finding, each)),
        each.rule,
      ).not.toEqual([])
    const unplanted = alarms.filter((finding) => !planted.some((each) => isNear(finding, each)))
    // One a week.
    expect(unplanted.length, unplanted.map(({ summary }) => summary).join('\n')).toBeLessThanOrEqual(4)
    // Everyday notices are few, because those of one physician are one.
    const notices = found.filter(({ severity }) => severity === 'info')
    const grouped = new Set(notices.map(({ rule, cause }) => `${rule}/${cause}`))
    expect(grouped.size).toBeLessThanOrEqual(3 * CLINIC.physicians)
  })

  test('looking every two days finds what looking every hour finds', async () => {
    const happenings = async (everyMs: number) =>
      (await live(SMALL, { seed: 5, everyMs })).found
        .filter(({ kind }) => kind === 'happening')
        .map(({ fingerprint }) => fingerprint)
        .sort()
    expect(await happenings(48 * HOUR_MS)).toEqual(await happenings(HOUR_MS))
  })
})
