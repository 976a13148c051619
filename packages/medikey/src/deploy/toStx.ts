/**
 * An amount as a person reads it, in both units.
 *
 * @param micro µSTX
 * @example
 * toStx(34_102n) // '34102 µSTX (0.034102 STX)'
 */
export function toStx(micro: bigint): string {
  const fraction = (micro % 1_000_000n).toString().padStart(6, '0').replace(/0+$/, '')
  return `${micro} µSTX (${micro / 1_000_000n}${fraction === '' ? '' : `.${fraction}`} STX)`
}
