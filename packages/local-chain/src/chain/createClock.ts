import type { Clock, ClockSetting } from './Clock.ts'

/** Makes a clock that tells the machine's time until it is moved or stopped. */
export function createClock(): Clock {
  let setting: ClockSetting = { offset: 0, frozenAt: null }
  const machine = () => Math.floor(Date.now() / 1000)
  return {
    now: () => setting.frozenAt ?? machine() + setting.offset,
    offset: () => (setting.frozenAt === null ? setting.offset : setting.frozenAt - machine()),
    isFrozen: () => setting.frozenAt !== null,
    set: (next) => {
      setting = next
    },
  }
}
