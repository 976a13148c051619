import { formatVolume } from '../../input/formatVolume.ts'
import type { Range } from '../../statistics/getRange.ts'
import type { Judgement } from '../../statistics/judgeVolume.ts'

/**
 * Says what is usual, in people's words.
 *
 * @param options.per the time in which: `day`
 * @example
 * describeUsual({ usual: { low: 20n, high: 60n }, peers: null }, { per: 'day' }) // 'usually 20–60 a day'
 */
export function describeUsual({ usual, peers }: Judgement, { per }: { per: string }): string {
  const own = usual === null ? 'new here, nothing is usual yet' : `usually ${formatRange(usual)} a ${per}`
  return peers === null ? own : `${own}; colleagues ${formatRange(peers)}`
}

function formatRange({ low, high }: Range): string {
  return low === high ? formatVolume(low) : `${formatVolume(low)}–${formatVolume(high)}`
}
