import type { Fault, World } from '../World.ts'

/** The fault that is due for the route, counted down. */
export function takeFault(world: World, route: string): Fault | null {
  const entry = world.faults.find((candidate) => candidate.fault.route === route && candidate.left > 0)
  if (entry === undefined) return null
  entry.left -= 1
  return entry.fault
}
