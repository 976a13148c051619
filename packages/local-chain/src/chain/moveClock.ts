import type { Chain } from './Chain.ts'

/**
 * Moves the chain's clock, from where it goes on at the machine's pace.
 *
 * @param time Unix seconds, not before the tip's.
 */
export function moveClock(
  { clock, journal }: Pick<Chain, 'clock' | 'journal'>,
  { time }: { time: number },
): void {
  const offset = clock.offset() + time - clock.now()
  journal.append({ type: 'clock', offset })
  clock.setOffset(offset)
}
