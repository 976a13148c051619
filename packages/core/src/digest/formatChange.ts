import { formatShortVolume } from '../input/formatShortVolume.ts'

/**
 * Says how an amount differs from the one before.
 *
 * @example
 * formatChange({ now: 120n, before: 100n }) // '+20'
 */
export function formatChange(options: { now: bigint; before: bigint }): string {
  const { now, before } = options
  if (now === before) return '±0'
  return now > before ? `+${formatShortVolume(now - before)}` : `−${formatShortVolume(before - now)}`
}
