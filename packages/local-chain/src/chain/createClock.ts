import type { Clock } from './Clock.ts'

/** Makes a clock that tells the machine's time until it is moved. */
export function createClock(): Clock {
  let offset = 0
  return {
    now: () => Math.floor(Date.now() / 1000) + offset,
    offset: () => offset,
    setOffset: (seconds) => {
      offset = seconds
    },
  }
}
