import type { Fault, World } from '../World.ts'

/** The fault that is due for the method, counted down. */
export function takeFault(world: World, method: string): Fault | null {
  const entry = world.faults.find((candidate) => candidate.fault.method === method && candidate.left > 0)
  if (entry === undefined) return null
  entry.left -= 1
  return entry.fault
}
