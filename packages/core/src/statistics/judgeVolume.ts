import { getRange, type Range } from './getRange.ts'
import { measureSpread, toLogarithm } from './measureSpread.ts'

/** Nobody is so regular that a third more is extraordinary: also guards a spread of zero. */
const LEAST_DEVIATION = 0.4
/** Fewer peers than these say little of what is usual, and fewer days of theirs. */
const LEAST_PEERS = 5
const LEAST_PEER_DAYS = 50
/** How many days of one's own weigh as much as the spread that is expected of anybody. */
const EXPECTED_WEIGHT = 20
/** How uncertain the median of one is, beside the spread itself; that of many is the better known. */
const MEDIAN_VARIANCE = Math.PI / 2
/** People differ more from each other than from themselves: without a history of their own, it takes more. */
const NEWCOMER_MARGIN = 2

/** Why a volume is extraordinary. A side is null where its history was too short to speak. */
export type Judgement = { readonly usual: Range | null; readonly peers: Range | null }

/**
 * Whether a day's volume is far above what is usual for this person and for their peers. Who has no history of their own
 * yet is judged by their peers alone, once those have enough; where nobody has enough, nothing is extraordinary.
 *
 * @param options.volume of the day
 * @param options.own the person's volumes of earlier days on which they drew
 * @param options.parts of how many draws such a day is made, as a mean; null where that says nothing
 * @param options.peers the same of each peer
 * @param options.minDays how many days a history needs before it speaks
 * @param options.deviations how far above the person's own median is far, in standard deviations of such days
 * @param options.peerDeviations the same, above the median of the peers, in robust ones of theirs
 * @param options.factor how many times the upper end of what is usual
 * @returns what is usual, or null when the volume is ordinary
 * @example
 * judgeVolume({ volume: 480n, own, parts: 2.5, peers, minDays: 3, deviations: 2.2, peerDeviations: 1, factor: 3.5 })
 */
export function judgeVolume(options: {
  volume: bigint
  own: readonly bigint[]
  parts: number | null
  peers: readonly (readonly bigint[])[]
  minDays: number
  deviations: number
  peerDeviations: number
  factor: number
}): Judgement | null {
  const { volume, own, parts, peers, minDays, deviations, peerDeviations, factor } = options
  const peerDays = peers.flat()
  const speaking = peers.length >= LEAST_PEERS && peerDays.length >= LEAST_PEER_DAYS
  const among = speaking ? measureSpread(peerDays) : null
  const itself = own.length >= minDays ? measureSpread(own) : null
  if (itself === null && among === null) return null

  const logarithm = toLogarithm(volume)
  if (itself !== null) {
    const expected = expectDeviation(parts)
    // A short history says little of how much somebody varies, and by chance too little: what exceeds is trusted later.
    const excess = Math.max(0, itself.deviation - expected) / (1 + EXPECTED_WEIGHT / own.length)
    const deviation = (expected + excess) * Math.sqrt(1 + MEDIAN_VARIANCE / own.length)
    if (logarithm < itself.center + deviations * deviation) return null
  }
  if (among !== null) {
    const bound = itself === null ? deviations + NEWCOMER_MARGIN : peerDeviations
    if (logarithm < among.center + bound * Math.max(among.deviation, LEAST_DEVIATION)) return null
  }
  const judgement = {
    usual: itself === null ? null : getRange(own),
    peers: among === null ? null : getRange(peerDays),
  }
  const high = (judgement.usual ?? judgement.peers)?.high ?? 0n
  return Number(volume) < factor * Number(high) ? null : judgement
}

/**
 * By how much sums of a few draws vary by chance alone: their number as Poisson's, and each draw by about its own size,
 * so that the relative variance is two for each draw. One draw a day varies much, and twenty little.
 */
function expectDeviation(parts: number | null): number {
  const byChance = parts === null ? 0 : Math.sqrt(Math.log1p(2 / parts)) / Math.LN2
  return Math.max(byChance, LEAST_DEVIATION)
}
