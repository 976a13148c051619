import type { MemorySample } from './watchMemory.ts'

/** The most that the floor of the heap may grow from the second quarter of the time to the last. */
const MOST_GROWTH = 1.15

/**
 * Tells what a process held, minute by minute: the least of each minute, since what lies above is only not collected yet.
 *
 * @returns `isFlat` whether its floor stayed where it was once the process was warm
 */
export function describeMemory(samples: readonly MemorySample[]): {
  lines: readonly string[]
  isFlat: boolean
} {
  const minutes = [...new Set(samples.map(({ atMinute }) => Math.floor(atMinute)))]
  const floors = minutes.map((minute) => {
    const here = samples.filter(({ atMinute }) => Math.floor(atMinute) === minute)
    return {
      minute,
      heap: Math.min(...here.map(({ heap }) => heap)),
      resident: Math.max(...here.map(({ resident }) => resident)),
    }
  })
  const quarter = Math.max(1, Math.floor(samples.length / 4))
  const floorOf = (part: readonly MemorySample[]) => Math.min(...part.map(({ heap }) => heap))
  const early = floorOf(samples.slice(quarter, 2 * quarter))
  const late = floorOf(samples.slice(-quarter))
  return {
    lines: [
      ...floors.map(
        ({ minute, heap, resident }) =>
          `minute ${minute + 1}: heap from ${heap.toFixed(0)} MB, resident to ${resident.toFixed(0)} MB`,
      ),
      `heap’s floor: ${early.toFixed(1)} MB in the second quarter, ${late.toFixed(1)} MB in the last`,
    ],
    isFlat: late <= early * MOST_GROWTH,
  }
}
