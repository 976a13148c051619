import { momentOf } from '../calendar.ts'
import type { Incident } from '../Incident.ts'
import { none, ofRule } from './heard.ts'

export function plantReorg({ day }: { day: number }): Incident {
  const at = momentOf({ day, hour: 15, minute: 30 })
  return {
    name: 'a reorg takes blocks back',
    at,
    reserved: [],
    acts: [{ at, kind: 'reorg', blocks: 4 }],
    isFound: ofRule('chain-reorganised'),
    isConsequence: none,
  }
}
