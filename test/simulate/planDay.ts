import type { Act } from './Act.ts'
import { DAY_MS, HOUR_MS, isWeekend, MINUTE_MS, momentOf } from './calendar.ts'
import { createDice, type Dice } from './createDice.ts'
import { findPrivileges } from './findPrivileges.ts'
import type { Person } from './Person.ts'
import type { KnownRecord, World } from './World.ts'

/** From this share of an allowance on, its physician asks for a new one. */
const RENEWED_FROM = 0.7

/**
 * What an ordinary day of the clinic brings: shifts with their draws and slips, grants asked for and decided in office
 * hours, a few revokes and archives.
 */
export function planDay(world: World, options: { day: number; seed: number }): Act[] {
  const { day, seed } = options
  const dice = createDice({ seed, purpose: `day ${day}` })
  return [
    ...world.nurses.flatMap((nurse) => planShift(world, { nurse, day, dice })),
    ...world.physicians.flatMap((physician) => planRounds(world, { physician, day, dice })),
    ...planGrants(world, { day, dice }),
    ...planEndings(world, { day, dice }),
  ].sort((a, b) => a.at.getTime() - b.at.getTime())
}

function works(person: Person, { day, dice }: { day: number; dice: Dice }): boolean {
  const { from, holiday } = person
  const isAway = day < from || (holiday !== null && day >= holiday && day < holiday + 7)
  return dice.chance(isWeekend(day) ? 0.25 : 0.85) && !isAway
}

function isReserved(world: World, { person, day }: { person: Person; day: number }): boolean {
  const from = world.reserved.get(person)
  return from !== undefined && day >= from
}

function planShift(world: World, { nurse, day, dice }: { nurse: Person; day: number; dice: Dice }): Act[] {
  if (!works(nurse, { day, dice }) || isReserved(world, { person: nurse, day })) return []
  const begin = momentOf({ day, hour: nurse.shiftBegins }).getTime()
  const times = Array.from(
    { length: dice.count(nurse.drawsAShift) },
    () => new Date(begin + dice.between(10, 8 * 60 - 10) * MINUTE_MS),
  )
  return times.flatMap((at): Act[] => {
    const open = findPrivileges(world, { staff: nurse, at })
    const fresh = open.filter(({ used }) => used === 0)
    if (open.length === 0) return []
    const privilege = dice.pick(fresh.length > 0 && dice.chance(0.7) ? fresh : open)
    const volume = dice.volume(nurse.usualVolume, 0.6)
    const left = privilege.limit - privilege.used
    // Now and then somebody asks for more than is left, and is refused.
    const drawn = volume > left && !dice.chance(0.1) ? Math.max(1, Math.floor(left / 2)) : volume
    return [{ at, kind: 'draw', person: nurse, record: privilege.record, volume: drawn }]
  })
}

function planRounds(
  world: World,
  { physician, day, dice }: { physician: Person; day: number; dice: Dice },
): Act[] {
  if (!works(physician, { day, dice })) return []
  const own = world.records.filter((record) => record.physician === physician && record.isActive)
  return Array.from({ length: dice.count(physician.drawsAShift) }, (): Act => {
    const record = dice.pick(own)
    const volume = Math.min(
      dice.volume(physician.usualVolume, 0.6),
      Math.max(1, Math.floor(record.volume / 20)),
    )
    const at = momentOf({ day, hour: physician.shiftBegins, minute: dice.between(10, 470) })
    return { at, kind: 'draw', person: physician, record, volume }
  })
}

function planGrants(world: World, { day, dice }: { day: number; dice: Dice }): Act[] {
  const present = world.nurses.filter(
    (nurse) => nurse.from <= day && !isReserved(world, { person: nurse, day }),
  )
  const newcomers = present.filter(({ from }) => from === day && day > 0)
  const nearlyUsed = [...world.privileges.values()].filter(
    ({ limit, used, endsAt, record, staff }) =>
      used >= limit * RENEWED_FROM &&
      endsAt === null &&
      record.isActive &&
      !isReserved(world, { person: staff, day }),
  )
  const renewals = nearlyUsed
    .filter(() => dice.chance(0.6))
    .map(({ record, staff }) => ({ record, staff, duration: null }))
  const others = Array.from({ length: dice.count(isWeekend(day) ? 1 : 4) }, () => ({
    record: pickActive(world, dice),
    staff: dice.pick(present),
    duration: dice.chance(0.4) ? dice.pick(['24h', '48h', '7d']) : null,
  }))
  const first = newcomers.flatMap((staff) =>
    Array.from({ length: 4 }, () => ({ record: pickActive(world, dice), staff, duration: null })),
  )
  return [...renewals, ...others, ...first].map(({ record, staff, duration }): Act => {
    const at = momentOf({ day, hour: 8, minute: dice.between(0, 8 * 60) })
    return {
      at,
      kind: 'grant',
      record,
      staff,
      limit: Math.max(50, Math.round((staff.usualVolume * dice.between(8, 30)) / 10) * 10),
      duration,
      decidedAt: decideAfter(at, { dice }),
      isDenied: dice.chance(0.05),
    }
  })
}

function planEndings(world: World, { day, dice }: { day: number; dice: Dice }): Act[] {
  if (isWeekend(day)) return []
  const standing = [...world.privileges.values()].filter(
    ({ record, staff }) => !isReserved(world, { person: staff, day }) && !world.kept.has(record),
  )
  const revokes = Array.from({ length: dice.count(0.8) }, (): Act => {
    const { record, staff } = dice.pick(standing)
    const at = momentOf({ day, hour: 9, minute: dice.between(0, 7 * 60) })
    return { at, kind: 'revoke', record, staff, decidedAt: decideAfter(at, { dice }) }
  })
  const shared = new Set(standing.map(({ record }) => record))
  const archives = Array.from({ length: dice.count(1.2) }, (): Act => {
    const record = dice.pick(
      world.records.filter((one) => one.isActive && !shared.has(one) && !world.kept.has(one)),
    )
    return { at: momentOf({ day, hour: 9, minute: dice.between(0, 7 * 60) }), kind: 'archive', record }
  })
  return [...revokes, ...archives]
}

/** The CMO looks at what waits within two hours and a half, and goes home at six. */
function decideAfter(at: Date, { dice }: { dice: Dice }): Date {
  const decided = new Date(at.getTime() + dice.between(5, 150) * MINUTE_MS)
  const evening = new Date(Math.floor(at.getTime() / DAY_MS) * DAY_MS + 18 * HOUR_MS)
  return decided < evening ? decided : new Date(evening.getTime() - MINUTE_MS)
}

function pickActive(world: World, dice: Dice): KnownRecord {
  for (;;) {
    const record = dice.pick(world.records)
    if (record.isActive && record.drawn < record.volume * 0.5) return record
  }
}
