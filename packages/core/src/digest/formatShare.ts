/**
 * Says a part of a whole as a percentage, cut so that nothing is full before it is.
 *
 * @example
 * formatShare({ part: 999n, whole: 1000n }) // '99 %'
 */
export function formatShare(options: { part: bigint; whole: bigint }): string {
  const { part, whole } = options
  return `${whole === 0n ? 0n : (part * 100n) / whole} %`
}
