import { isWeekend } from './calendar.ts'
import { createDice, type Dice } from './createDice.ts'
import type { Incident } from './Incident.ts'
import { plantBurst } from './incidents/plantBurst.ts'
import { plantBypassArchive } from './incidents/plantBypassArchive.ts'
import { plantBypassGrant } from './incidents/plantBypassGrant.ts'
import { plantBypassMaintenance } from './incidents/plantBypassMaintenance.ts'
import { plantBypassRevoke } from './incidents/plantBypassRevoke.ts'
import { plantDeniedCalls } from './incidents/plantDeniedCalls.ts'
import { plantDormantGrant } from './incidents/plantDormantGrant.ts'
import { plantDrainedRecord } from './incidents/plantDrainedRecord.ts'
import { plantEndlessMaintenance } from './incidents/plantEndlessMaintenance.ts'
import { plantForgottenRequest } from './incidents/plantForgottenRequest.ts'
import { plantHangingJob } from './incidents/plantHangingJob.ts'
import { plantHeavyDay } from './incidents/plantHeavyDay.ts'
import { plantMassArchival } from './incidents/plantMassArchival.ts'
import { plantNightDraws } from './incidents/plantNightDraws.ts'
import { plantOutage } from './incidents/plantOutage.ts'
import { plantReorg } from './incidents/plantReorg.ts'
import { plantSharedArchive } from './incidents/plantSharedArchive.ts'
import type { Person } from './Person.ts'
import type { KnownRecord, World } from './World.ts'

/** Baselines have to be there before anything is unusual. */
const FIRST_DAY = 12

/**
 * Plants one incident of each kind, on days of its own in the second half of the month. Whoever plays a part does
 * nothing else from then on.
 */
export function planIncidents(world: World, options: { seed: number; days: number }): Incident[] {
  const { seed, days } = options
  const dice = createDice({ seed, purpose: 'incidents' })
  const takeDay = createDays({ dice, days })
  const takeNurse = createNurses(world, { dice })
  const takeRecord = createRecords(world, { dice })
  // Nothing else can happen in maintenance, so no other incident shares its day.
  const halted = plantEndlessMaintenance({ day: takeDay({ isShared: false }) })
  return [
    halted,
    plantNightDraws({ dice, day: takeDay(), nurse: takeNurse(), world }),
    plantHeavyDay({ dice, day: takeDay(), nurse: takeNurse(), record: takeRecord() }),
    plantBurst({ dice, day: takeDay(), nurse: takeNurse(), record: takeRecord() }),
    plantDormantGrant({ dice, nurse: takeNurse(), record: takeRecord() }),
    plantHangingJob({ day: takeDay() }),
    plantOutage({ day: takeDay() }),
    plantReorg({ day: takeDay() }),
    plantBypassGrant({ day: takeDay(), dice, nurse: takeNurse(), record: takeRecord() }),
    plantBypassRevoke({ day: takeDay(), dice, world }),
    plantBypassArchive({ day: takeDay(), dice, record: takeRecord() }),
    plantBypassMaintenance({ day: takeDay(), world }),
    plantDeniedCalls({ day: takeDay(), dice, nurse: takeNurse(), world }),
    plantForgottenRequest({ day: takeDay(), dice, nurse: takeNurse(), record: takeRecord() }),
    plantSharedArchive({ day: takeDay(), dice, nurse: takeNurse(), record: takeRecord() }),
    plantDrainedRecord({ day: takeDay(), record: takeRecord() }),
    // Last, of records that no other incident needs.
    plantMassArchival({ day: takeDay(), world, dice }),
  ]
}

/** Working days, one for each incident; where there are more incidents than days, some share. */
function createDays(options: { dice: Dice; days: number }): (how?: { isShared: boolean }) => number {
  const { dice, days } = options
  let working = Array.from({ length: days - FIRST_DAY - 1 }, (_, index) => FIRST_DAY + index).filter(
    (day) => !isWeekend(day),
  )
  let left = working
  return ({ isShared } = { isShared: true }) => {
    if (left.length === 0) left = working
    const day = dice.pick(left)
    left = left.filter((other) => other !== day)
    if (!isShared) working = working.filter((other) => other !== day)
    return day
  }
}

function createNurses(world: World, { dice }: { dice: Dice }): () => Person {
  const taken = new Set<Person>()
  return () => {
    const nurse = dice.pick(
      world.nurses.filter(
        (person) =>
          person.shiftBegins < 10 && person.from === 0 && person.holiday === null && !taken.has(person),
      ),
    )
    taken.add(nurse)
    return nurse
  }
}

/** Records that nobody shares yet. */
function createRecords(world: World, { dice }: { dice: Dice }): () => KnownRecord {
  const taken = new Set([...world.privileges.values()].map(({ record }) => record))
  return () => {
    const record = dice.pick(world.records.filter((one) => !taken.has(one)))
    taken.add(record)
    world.kept.add(record)
    return record
  }
}
