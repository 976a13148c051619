import type { ClinicAct } from './ClinicAct.ts'
import { createRandom, type Random } from './createRandom.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
/** A Monday. */
const START = Date.parse('2026-03-02T00:00:00Z')
const PUBLIC_HOLIDAY = 18

type Rota = 'day' | 'early-late' | 'rotating' | 'night' | 'weekend'
type Worker = {
  readonly name: string
  readonly rota: Rota
  readonly firstDay: number
  readonly offFrom: number
  readonly draws: number
  readonly volume: number
  readonly phase: number
}

/** What was done on purpose, for a test to find. */
export type Planted = { readonly rule: string; readonly who: string; readonly at: number }

/**
 * Plans an ordinary month of a hospital, and a few incidents in its second half: weekdays and weekends, early, late and
 * night shifts, newcomers, holidays, busy days, physicians on call, and volumes with a long tail.
 *
 * @example
 * const { acts, planted } = planClinicMonth({ seed: 7, days: 30, physicians: 20, staff: 200 })
 */
export function planClinicMonth(options: { seed: number; days: number; physicians: number; staff: number }): {
  acts: ClinicAct[]
  planted: Planted[]
} {
  const random = createRandom(options.seed)
  const acts: ClinicAct[] = []
  const staff = Array.from({ length: options.staff }, (_, index) => createWorker(random, `staff${index}`))
  const physicians = Array.from({ length: options.physicians }, (_, index) => `physician${index}`)

  for (let day = 0; day < options.days; day += 1) {
    const busy = random.isLikely(0.1) ? 1.3 : 1
    for (const worker of staff) {
      const shift = getShift(random, worker, day)
      if (shift !== null) acts.push(...work(random, { worker, day, shift, busy }))
    }
    for (const who of physicians) acts.push(...practise(random, { who, day }))
  }
  const planted = plant(random, { acts, staff, physicians })
  return {
    acts: acts.filter(({ at }) => at < START + options.days * DAY_MS).sort((a, b) => a.at - b.at),
    planted,
  }
}

function createWorker(random: Random, name: string): Worker {
  const draw = random.next()
  const rota: Rota =
    draw < 0.6
      ? 'day'
      : draw < 0.75
        ? 'early-late'
        : draw < 0.9
          ? 'rotating'
          : draw < 0.95
            ? 'night'
            : 'weekend'
  return {
    name,
    rota,
    firstDay: random.isLikely(0.1) ? random.pick(2, 26) : 0,
    offFrom: random.isLikely(0.25) ? random.pick(0, 24) : 99,
    draws: random.lognormal(6, 0.4),
    volume: random.lognormal(8, 0.6),
    phase: random.pick(0, 9),
  }
}

/** The hours of the day's shift, the second beyond 24 where it ends next morning; null on a day off. */
function getShift(random: Random, worker: Worker, day: number): readonly [number, number] | null {
  if (day < worker.firstDay || (day >= worker.offFrom && day < worker.offFrom + 7)) return null
  const isWeekend = day % 7 >= 5
  const isFree = isWeekend || day === PUBLIC_HOLIDAY
  switch (worker.rota) {
    case 'day':
      return isFree ? null : random.isLikely(0.05) ? [8, 19] : [8, 17]
    case 'early-late':
      return isFree && random.isLikely(0.7)
        ? null
        : (Math.floor(day / 7) + worker.phase) % 2 === 0
          ? [6, 14]
          : [14, 22]
    case 'rotating':
      return ([[6, 14], [6, 14], [14, 22], [14, 22], [22, 30], [22, 30], null, null, null, null] as const)[
        (day + worker.phase) % 10
      ] as readonly [number, number] | null
    case 'night':
      return (day + worker.phase) % 7 < 4 ? [22, 30] : null
    case 'weekend':
      return isWeekend || random.isLikely(0.1) ? [8, 18] : null
  }
}

function work(
  random: Random,
  options: { worker: Worker; day: number; shift: readonly [number, number]; busy: number },
): ClinicAct[] {
  const { worker, day, shift, busy } = options
  const own = random.isLikely(0.01) ? 3 : 1
  const count = Math.max(1, random.lognormal(worker.draws * busy * own, 0.35))
  const at = () => {
    const overtime = random.isLikely(0.03) ? 1 : 0.1
    return (
      START + day * DAY_MS + (shift[0] - 0.1 + random.next() * (shift[1] - shift[0] + overtime)) * HOUR_MS
    )
  }
  const acts: ClinicAct[] = []
  for (let index = 0; index < count; index += 1) {
    acts.push({ what: 'draw', at: at(), who: worker.name, volume: random.lognormal(worker.volume, 0.7) })
  }
  if (random.isLikely(0.08)) {
    const draws = Array.from({ length: random.pick(1, 3) }, () => random.lognormal(worker.volume * 1.5, 0.5))
    const limit = Math.ceil(draws.reduce((sum, each) => sum + each, 0) * (1 + random.next() * 0.5))
    acts.push({ what: 'consult', at: at(), who: worker.name, limit, draws, apart: random.pick(1, 6) })
  }
  if (random.isLikely(0.03)) {
    const first = at()
    for (let index = random.pick(1, 3); index > 0; index -= 1)
      acts.push({ what: 'denied', at: first + index * 60_000, who: worker.name })
  }
  return acts
}

function practise(random: Random, options: { who: string; day: number }): ClinicAct[] {
  const { who, day } = options
  const midnight = START + day * DAY_MS
  const acts: ClinicAct[] = []
  const isOnCall = random.isLikely(1 / 8)
  const hours = day % 7 >= 5 || day === PUBLIC_HOLIDAY ? (isOnCall ? [9, 12] : null) : [8, 18]
  const draw = (at: number) => acts.push({ what: 'own-draw', at, who, volume: random.lognormal(25, 0.9) })
  if (hours !== null) {
    const [from = 8, until = 18] = hours
    for (let index = random.pick(2, 9); index > 0; index -= 1)
      draw(midnight + (from + random.next() * (until - from)) * HOUR_MS)
    if (random.isLikely(0.25)) {
      const start = midnight + (from + random.next() * (until - from)) * HOUR_MS
      for (let index = random.pick(1, 5); index > 0; index -= 1)
        acts.push({ what: 'archive', at: start + index * 90_000, who })
    }
  }
  if (isOnCall)
    for (let index = random.pick(0, 4); index > 0; index -= 1)
      draw(midnight + (22 + random.next() * 8) * HOUR_MS)
  return acts
}

function plant(
  random: Random,
  options: { acts: ClinicAct[]; staff: readonly Worker[]; physicians: readonly string[] },
): Planted[] {
  const { acts, staff } = options
  const regulars = staff.filter(
    ({ rota, firstDay, offFrom }) => rota === 'day' && firstDay === 0 && offFrom === 99,
  )
  const [nurse, burster, drawer, intruder] = [0, 1, 2, 3].map((index) => regulars[index] as Worker)
  const weekday = () => 14 + random.pick(0, 1) * 7 + random.pick(0, 3)
  const planted: Planted[] = []
  const note = (rule: string, who: string, at: number) => planted.push({ rule, who, at })

  const night = START + weekday() * DAY_MS + 26 * HOUR_MS
  for (let index = 0; index < 5; index += 1)
    acts.push({
      what: 'draw',
      at: night + index * 600_000,
      who: nurse?.name ?? '',
      volume: nurse?.volume ?? 1,
    })
  note('off-hours-draw', nurse?.name ?? '', night)

  const burst = START + weekday() * DAY_MS + 11 * HOUR_MS
  const draws = [0, 1, 2, 3, 4].map(() => Math.ceil((burster?.volume ?? 1) * 4))
  acts.push({
    what: 'consult',
    at: burst,
    who: burster?.name ?? '',
    limit: draws.reduce((sum, each) => sum + each, 0),
    draws,
    apart: 2,
  })
  note('grant-burst', burster?.name ?? '', burst)

  const rate = START + weekday() * DAY_MS + 10 * HOUR_MS
  const usual = (drawer?.volume ?? 1) * (drawer?.draws ?? 1)
  for (let index = 0; index < 20; index += 1)
    acts.push({
      what: 'draw',
      at: rate + index * 600_000,
      who: drawer?.name ?? '',
      volume: Math.ceil(usual / 2),
    })
  note('draw-rate', drawer?.name ?? '', rate)

  const denied = START + weekday() * DAY_MS + 13 * HOUR_MS
  for (let index = 0; index < 12; index += 1)
    acts.push({ what: 'denied', at: denied + index * 30_000, who: intruder?.name ?? '' })
  note('denied-calls', intruder?.name ?? '', denied)

  const archive = START + weekday() * DAY_MS + 16 * HOUR_MS
  const archiver = random.choose(options.physicians)
  for (let index = 0; index < 25; index += 1)
    acts.push({ what: 'archive', at: archive + index * 60_000, who: archiver })
  note('mass-archival', archiver, archive)
  return planted
}
