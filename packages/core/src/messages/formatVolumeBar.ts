import { formatVolume } from '../input/formatVolume.ts'

const CELLS = 10n

/**
 * Draws how much of a volume is used, as text that every platform shows.
 *
 * @example
 * formatVolumeBar({ part: 620n, whole: 1000n }) // '██████░░░░ 62 % · 620 of 1,000'
 */
export function formatVolumeBar(options: { part: bigint; whole: bigint }): string {
  const { part, whole } = options
  const filled = whole === 0n ? 0n : (part * CELLS) / whole
  const percent = whole === 0n ? 0n : (part * 100n) / whole
  const bar = '█'.repeat(Number(filled)) + '░'.repeat(Number(CELLS - filled))
  return `${bar} ${percent} % · ${formatVolume(part)} of ${formatVolume(whole)}`
}
