import type { Cleanup } from '../harness/createCleanup.ts'
import type { Act } from './Act.ts'
import { BEGIN, DAY_MS, HOUR_MS, MINUTE_MS } from './calendar.ts'
import { createWatch } from './createWatch.ts'
import { judge } from './judge.ts'
import type { Office } from './Office.ts'
import { openSimulatedMedikey } from './openSimulatedMedikey.ts'
import { planDay } from './planDay.ts'
import { planIncidents } from './planIncidents.ts'
import { playAct } from './playAct.ts'
import type { Report } from './Report.ts'
import { runOffice } from './runOffice.ts'
import type { SimulatedClock } from './SimulatedClock.ts'
import type { SimulationOptions } from './SimulationOptions.ts'
import { setUpClinic } from './setUpClinic.ts'
import { startSimulatedChain } from './startSimulatedChain.ts'

/** How far the clock goes at a time while somebody acts, and at night. */
const STEP_MS = 30 * MINUTE_MS

/**
 * Plays a month: ordinary days with incidents among them, on a chain whose clock the simulation sets.
 *
 * @param deps.say takes a line of progress
 */
export async function runSimulation(
  deps: { say: (line: string) => void; cleanup: Cleanup },
  options: SimulationOptions,
): Promise<Report> {
  const { say, cleanup } = deps
  const startedAt = performance.now()
  const chain = await startSimulatedChain({ cleanup })
  await chain.setTime(new Date(BEGIN.getTime() - DAY_MS))
  const world = await setUpClinic({ chain, say }, options)
  const clock = createClock(new Date(BEGIN.getTime() - STEP_MS))
  await chain.setTime(clock.now())
  await chain.tick()
  const medikey = await openSimulatedMedikey({ world, chain, clock, cleanup })
  const office: Office = { open: [] }
  const watch = createWatch(medikey)
  await watch.look()

  const incidents = planIncidents(world, options)
  for (const { reserved } of incidents)
    for (const { person, fromDay } of reserved)
      world.reserved.set(person, Math.min(fromDay, world.reserved.get(person) ?? fromDay))
  const planted = incidents.flatMap(({ acts }) => acts)
  let waiting: Act[] = []
  let ends: { at: number; end: () => void }[] = []

  for (let day = 0; day < options.days; day += 1) {
    const dayBegins = BEGIN.getTime() + day * DAY_MS
    const isToday = ({ at }: Act) => at.getTime() >= dayBegins && at.getTime() < dayBegins + DAY_MS
    waiting = [...waiting, ...planDay(world, { day, seed: options.seed }), ...planted.filter(isToday)].sort(
      (a, b) => a.at.getTime() - b.at.getTime(),
    )
    for (const moment of listMoments(waiting, { dayBegins, planted })) {
      clock.set(new Date(moment))
      await chain.setTime(clock.now())
      for (const { end } of ends.filter(({ at }) => at <= moment)) end()
      ends = ends.filter(({ at }) => at > moment)
      const due = waiting.filter(({ at }) => at.getTime() <= moment)
      waiting = waiting.filter(({ at }) => at.getTime() > moment)
      for (const act of due) {
        if (act.kind === 'outage') {
          medikey.setOutage(true)
          ends.push({ at: act.until.getTime(), end: () => medikey.setOutage(false) })
        } else if (act.kind === 'hang') {
          watch.setHanging(true)
          ends.push({ at: act.until.getTime(), end: () => watch.setHanging(false) })
        } else if (act.kind === 'reorg') {
          await chain.mine()
          await watch.look()
          await chain.reorg({ blocks: act.blocks })
        } else if (medikey.isOut() && isAsked(act)) {
          // Who is told that the chain does not answer tries again later.
          waiting.unshift({ ...act, at: new Date(act.at.getTime() + HOUR_MS) })
        } else await playAct({ deps: medikey.deps, chain, world, office }, act)
      }
      await chain.mine()
      // A chain makes blocks also where nobody sends anything.
      await chain.tick()
      if (!medikey.isOut()) await runOffice({ deps: medikey.deps, clock, chain, world, office })
      await watch.look()
      if (moment % HOUR_MS === 0) await chain.advanceTenure()
    }
    say(`Day ${day + 1} of ${options.days}: ${await watch.countAlerts()} alerts so far`)
  }
  const heard = await watch.listHeard()
  return {
    seed: options.seed,
    days: options.days,
    transactions: chain.countSent(),
    events: watch.countEvents(),
    ...judge({ incidents, heard, days: options.days }),
    told: watch.told(),
    differences: await watch.compare(world),
    seconds: (performance.now() - startedAt) / 1_000,
  }
}

/** What needs MediKey, and so the chain's answer. */
function isAsked({ kind }: Act): boolean {
  return kind === 'grant' || kind === 'revoke' || kind === 'archive' || kind === 'maintenance'
}

/** Every half hour in which somebody acts, every hour at night, and whenever an incident needs its own minute. */
function listMoments(
  waiting: readonly Act[],
  { dayBegins, planted }: { dayBegins: number; planted: readonly Act[] },
): number[] {
  const own = planted
    .flatMap((act) => ('decidedAt' in act && act.decidedAt !== null ? [act.at, act.decidedAt] : [act.at]))
    .map((at) => at.getTime())
    .filter((at) => at >= dayBegins && at < dayBegins + DAY_MS)
  const steps = Array.from({ length: DAY_MS / STEP_MS }, (_, index) => dayBegins + (index + 1) * STEP_MS)
  const isNeeded = (step: number) =>
    step % HOUR_MS === 0 || waiting.some(({ at }) => at.getTime() > step - STEP_MS && at.getTime() <= step)
  return [...new Set([...own, ...steps.filter(isNeeded)])].sort((a, b) => a - b)
}

function createClock(begin: Date): SimulatedClock {
  let now = begin
  return {
    now: () => now,
    set(at) {
      now = at
    },
  }
}
