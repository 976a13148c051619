import { formatVolume } from './formatVolume.ts'

const UNITS = ['', 'K', 'M', 'G', 'T'] as const
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const EXACT_BELOW = 100_000n

/**
 * Writes a volume where there is little room: whole below 100,000, and else its first three digits.
 *
 * @example
 * formatShortVolume(1_234_567n) // '1.23 M'
 * formatShortVolume(2n ** 128n - 1n) // '3.4 × 10³⁸'
 */
export function formatShortVolume(volume: bigint): string {
  if (volume < EXACT_BELOW) return formatVolume(volume)
  const digits = volume.toString()
  const power = digits.length - 1
  const unit = UNITS[Math.floor(power / 3)]
  const shift = unit === undefined ? 0 : power % 3
  // Cut, not rounded: nothing is said to be more than it is.
  const fraction = digits.slice(shift + 1, 3).replace(/0+$/, '')
  const number = `${digits.slice(0, shift + 1)}${fraction === '' ? '' : `.${fraction}`}`
  if (unit !== undefined) return `${number} ${unit}`
  return `${number} × 10${[...power.toString()].map((digit) => SUPERSCRIPTS[Number(digit)]).join('')}`
}
