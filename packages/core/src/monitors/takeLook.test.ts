import { afterEach, expect, test, vi } from 'vitest'
import { createClinic, people } from '../../testing/index.ts'
import { followOnce } from '../follower/followOnce.ts'
import type { Look } from './Monitor.ts'
import { monitors } from './monitors.ts'
import { type LookState, takeLook } from './takeLook.ts'

afterEach(() => vi.restoreAllMocks())

function setup() {
  const clinic = createClinic()
  const looks: Look[] = []
  vi.spyOn(monitors.heartbeat, 'find').mockImplementation(async (_, look) => {
    looks.push(look)
    return { holds: [], ended: [] }
  })
  let state: LookState | null = null
  const look = async (deps = clinic.deps) => {
    const taken = await takeLook(deps, { monitor: 'heartbeat', state, now: clinic.clock.now() })
    state = taken.next
    return taken
  }
  const draw = (times: number) => {
    for (let index = 0; index < times; index += 1)
      clinic.ledger.act({
        sender: people.alice,
        call: { functionName: 'accessMedicalData', recordId: 1n, accessVolume: 1n },
      })
  }
  return { clinic, looks, look, draw }
}

test('a look begins where the last one ended, in what came and in time', async () => {
  const { clinic, looks, look, draw } = setup()
  draw(2)
  await followOnce(clinic.deps)
  const first = clinic.clock.now()
  expect(await look()).toMatchObject({ isFull: false })
  clinic.clock.advance(60_000)
  draw(1)
  await followOnce(clinic.deps)
  await look()
  await look()
  expect(looks.map(({ changes, since }) => [changes.length, since])).toEqual([
    [6, null],
    [1, first],
    [0, clinic.clock.now()],
  ])
})

test('after a long pause a look is given a page, oldest first, and says that there may be more', async () => {
  const { clinic, looks, look, draw } = setup()
  draw(600)
  await followOnce(clinic.deps)
  expect(await look()).toMatchObject({ isFull: true })
  expect(await look()).toMatchObject({ isFull: false })
  expect(looks.map(({ changes }) => changes.length)).toEqual([500, 104])
  expect(looks[0]?.changes[0]).toMatchObject({ value: { event: 'medical-record-created' } })
})

test('other settings, or another time zone, begin the window of time anew and repeat no change', async () => {
  const { clinic, looks, look } = setup()
  await followOnce(clinic.deps)
  await look()
  const { settings } = clinic.deps
  const { heartbeat } = settings.monitors
  for (const changed of [{ heartbeat: { ...heartbeat, factor: 9 } }, { timeZone: 'Europe/Berlin' }]) {
    const deps = {
      ...clinic.deps,
      settings: { ...settings, monitors: { ...settings.monitors, ...changed } },
    }
    await look(deps)
    await look(deps)
  }
  expect(looks.map(({ since, changes }) => [since === null, changes.length])).toEqual([
    [true, 4],
    [true, 0],
    [false, 0],
    [true, 0],
    [false, 0],
  ])
})
