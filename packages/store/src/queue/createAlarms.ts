const LONGEST_TIMER_MS = 2 ** 31 - 1

/** Rings at set times; timers that outlast a process's patience do not keep it alive. */
export function createAlarms(options: { ring: () => void }) {
  const timers = new Set<NodeJS.Timeout>()

  const set = (at: Date) => {
    const delay = Math.max(0, at.getTime() - Date.now())
    const timer = setTimeout(
      () => {
        timers.delete(timer)
        if (delay > LONGEST_TIMER_MS) set(at)
        else options.ring()
      },
      Math.min(delay, LONGEST_TIMER_MS),
    ).unref()
    timers.add(timer)
  }

  return {
    set,
    clear() {
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
    },
  }
}
