import { HOUR_MS, momentOf } from '../calendar.ts'
import type { Incident } from '../Incident.ts'
import { both, ofRule, within } from './heard.ts'

export function plantOutage({ day }: { day: number }): Incident {
  const at = momentOf({ day, hour: 13 })
  const until = new Date(at.getTime() + 3 * HOUR_MS)
  return {
    name: 'the API is out for three hours',
    at,
    reserved: [],
    acts: [{ at, kind: 'outage', until }],
    isFound: both(ofRule('chain-unreachable'), within(at, until)),
    // Nobody can decide meanwhile: who the Chief Medical Officer is stands on the chain.
    isConsequence: both(
      ofRule('job-overdue', 'follower-behind', 'chain-stale', 'request-waiting'),
      within(at, new Date(until.getTime() + HOUR_MS)),
    ),
  }
}
