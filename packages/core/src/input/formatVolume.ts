/**
 * Writes a volume with thousands separated, the same on every machine.
 *
 * @example
 * formatVolume(1234567n) // '1,234,567'
 */
export function formatVolume(volume: bigint): string {
  return volume.toString().replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}
