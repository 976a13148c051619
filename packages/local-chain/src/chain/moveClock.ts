import type { Chain } from './Chain.ts'

/**
 * Moves the chain's clock, from where it goes on at the machine's pace or, frozen, stands until it is moved
 * again.
 *
 * @param time Unix seconds, not before the tip's.
 */
export function moveClock(
  { clock, journal }: Pick<Chain, 'clock' | 'journal'>,
  { time, frozen }: { time: number; frozen: boolean },
): void {
  const setting = { offset: clock.offset() + time - clock.now(), frozenAt: frozen ? time : null }
  journal.append({ type: 'clock', ...setting })
  clock.set(setting)
}
