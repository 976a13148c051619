import type { Tally } from './Tally.ts'

/** How many commands a tally holds, and how many of them were answered ok. */
export function sumUp(tally: Tally): { commands: number; ok: number } {
  let commands = 0
  let ok = 0
  for (const [answer, times] of tally) {
    commands += times
    if (answer.endsWith(' ok')) ok += times
  }
  return { commands, ok }
}
