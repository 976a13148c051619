import { median } from 'simple-statistics'
import { getRange, type Range } from './getRange.ts'
import { measureSpread, toLogarithm } from './measureSpread.ts'

/** Nobody is so regular that a third more is extraordinary: also guards a spread of zero. */
const LEAST_DEVIATION = 0.4
/** Fewer peers than these say little of what is usual, and fewer days of theirs. */
const LEAST_PEERS = 5
/** How many days of one's own weigh as much as what is typical of peers. */
const TYPICAL_WEIGHT = 10
/** How uncertain the median of one is, beside the spread itself; that of many is the better known. */
const MEDIAN_VARIANCE = Math.PI / 2
const LEAST_PEER_DAYS = 50
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
 * @param options.peers the same of each peer
 * @param options.minDays how many days a history needs before it speaks
 * @param options.deviations how far above the person's own median is far, in robust standard deviations
 * @param options.peerDeviations the same, for the median of the peers
 * @param options.factor how many times the upper end of what is usual; a whole number
 * @returns what is usual, or null when the volume is ordinary
 * @example
 * judgeVolume({ volume: 480n, own, peers, minDays: 10, deviations: 4, peerDeviations: 1, factor: 3 })
 */
export function judgeVolume(options: {
  volume: bigint
  own: readonly bigint[]
  peers: readonly (readonly bigint[])[]
  minDays: number
  deviations: number
  peerDeviations: number
  factor: number
}): Judgement | null {
  const { volume, own, peers, minDays, deviations, peerDeviations, factor } = options
  const peerDays = peers.flat()
  const speaking = peers.length >= LEAST_PEERS && peerDays.length >= LEAST_PEER_DAYS
  const among = speaking ? measureSpread(peerDays) : null
  const itself = own.length >= minDays ? measureSpread(own) : null
  if (itself === null && among === null) return null

  const logarithm = toLogarithm(volume)
  if (itself !== null) {
    const typical = getTypicalDeviation(peers, minDays)
    // A short history says little of how much somebody varies from day to day; their peers' histories say it, too.
    const shrunk =
      typical === null
        ? itself.deviation
        : (own.length * itself.deviation + TYPICAL_WEIGHT * typical) / (own.length + TYPICAL_WEIGHT)
    const deviation = Math.max(shrunk, LEAST_DEVIATION) * Math.sqrt(1 + MEDIAN_VARIANCE / own.length)
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
  return volume < BigInt(factor) * high ? null : judgement
}

function getTypicalDeviation(peers: readonly (readonly bigint[])[], minDays: number): number | null {
  const deviations = peers
    .filter(({ length }) => length >= minDays)
    .map((volumes) => measureSpread(volumes)?.deviation ?? 0)
  return deviations.length < LEAST_PEERS ? null : median(deviations)
}
