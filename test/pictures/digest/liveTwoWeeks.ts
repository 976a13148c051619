import type { Deps, RuleName } from '@medikey/core'
import { people, sampleAlert, sampleChanges, sampleEvent, sampleRequest } from '@medikey/core/testing'
import { createDice } from '../../simulate/createDice.ts'

const HOUR_MS = 3_600_000
const DAYS = 14
const SEED = 48
/** Who draws how much in an hour in which they draw, about. */
const DRAWERS: readonly (readonly [string, number])[] = [
  [people.nadia, 34],
  [people.tom, 22],
  [people.alice, 19],
  [people.ben, 17],
  [people.ines, 13],
  ...['ST1', 'ST2', 'ST3', 'ST4', 'ST5', 'ST6'].map((principal) => [principal, 4] as const),
]
/** How much each record holds, and what was drawn of it by the end, in percent. */
const RECORDS = [
  [1_000, 94],
  [2_000, 80],
  [1_000, 77],
  [500, 68],
  [1_000, 51],
  [400, 45],
  [1_000, 31],
  [1_000, 9],
] as const
/** What became of the requests of the last day, and of the day before. */
const REQUESTS = {
  today: [
    'approved',
    'approved',
    'approved',
    'approved',
    'approved',
    'approved',
    'denied',
    'cancelled',
    'pending',
  ],
  before: ['approved', 'approved', 'approved', 'approved', 'denied'],
} as const
/** How many alerts of a rule the last day had, and the day before. */
const ALERTS = [
  ['unsanctioned-grant', 'critical', 1, 0],
  ['draw-rate', 'warning', 3, 1],
  ['request-waiting', 'warning', 2, 4],
  ['record-drawn', 'info', 5, 5],
] as const

/**
 * Lets a clinic live through two weeks of its days: what two digests of each kind need. The same every time.
 *
 * @param options.until the midnight at which they end
 */
export async function liveTwoWeeks({ store }: Pick<Deps, 'store'>, options: { until: Date }): Promise<void> {
  const { until } = options
  const dice = createDice({ seed: SEED, purpose: 'draws of two weeks' })
  const before = (hours: number) => new Date(until.getTime() - hours * HOUR_MS)
  await store.transaction(async (unit) => {
    for (let hours = DAYS * 24; hours > 0; hours -= 1) {
      const hour = before(hours)
      const ofDay = hour.getUTCHours()
      if (ofDay < 7 || ofDay > 20) continue
      const likely = [0, 6].includes(hour.getUTCDay()) ? 0.25 : 0.8
      const busy = DRAWERS.filter(() => dice.chance(likely))
      await unit.addDraws(
        busy.map(([principal, usual]) => {
          return { principal, hour, asPhysician: false, draws: 1, volume: BigInt(dice.volume(usual, 0.4)) }
        }),
      )
    }
    for (const [index, [dataVolume, percent]] of RECORDS.entries()) {
      const recordId = BigInt(index + 1)
      const volumes = { dataVolume: BigInt(dataVolume), accessedVolume: BigInt((dataVolume * percent) / 100) }
      const record = { recordId, physician: people.alice, recordCategory: 'ward', createdAtHeight: 1n }
      await unit.applyChanges(sampleChanges({ created: [{ ...record, ...volumes, activeRecord: true }] }))
      const value = {
        event: 'medical-data-accessed',
        recordId,
        accessor: people.nadia,
        accessVolume: 1n,
        staffUsage: 1n,
      } as const
      await unit.insertEvents([
        sampleEvent({ eventIndex: index, blockTime: before(4), value: { ...value, ...volumes } }),
      ])
    }
    for (const [day, statuses] of Object.entries(REQUESTS)) {
      for (const [index, status] of statuses.entries()) {
        const createdAt = before(day === 'today' ? 12 : 36)
        const decidedAt = status === 'pending' ? null : createdAt
        await unit.insertRequest(sampleRequest({ recordId: BigInt(index + 1), status, createdAt, decidedAt }))
      }
    }
    for (const [rule, severity, today, earlier] of ALERTS)
      for (let index = 0; index < today + earlier; index += 1) {
        const firedAt = before(index < today ? 6 : 30)
        const named = { id: `${rule}-${index}`, rule: rule as RuleName, cause: `${index}` }
        await unit.insertAlerts([
          sampleAlert({ ...named, severity, status: 'resolved', firedAt, resolvedAt: firedAt }),
        ])
      }
  })
}
