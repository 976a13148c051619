/**
 * The part of a stretch whose turn it is, where all of it is too much at a time: as many turns as there are shares, one
 * after the other, take all of it.
 *
 * @returns where the part begins in the stretch, and where it ends
 * @example
 * takeShare({ length: 10n, shares: 3n, turn: 4n }) // { from: 3n, to: 6n }
 */
export function takeShare(options: { length: bigint; shares: bigint; turn: bigint }): {
  from: bigint
  to: bigint
} {
  const { length, shares, turn } = options
  const share = turn % shares
  return { from: (length * share) / shares, to: (length * (share + 1n)) / shares }
}
