import { HOUR_MS, momentOf } from '../calendar.ts'
import type { Incident } from '../Incident.ts'
import { both, none, ofRule, within } from './heard.ts'

export function plantHangingJob({ day }: { day: number }): Incident {
  const at = momentOf({ day, hour: 11 })
  const until = new Date(at.getTime() + 8 * HOUR_MS)
  return {
    name: 'a job hangs',
    at,
    reserved: [],
    acts: [{ at, kind: 'hang', until }],
    isFound: both(ofRule('job-overdue'), within(at, until)),
    isConsequence: none,
  }
}
