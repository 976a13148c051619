import { examineConditions } from '../examineConditions.ts'
import type { Monitor } from '../Monitor.ts'
import { mergeReports } from '../mergeReports.ts'
import { findExpiredRequests } from './findExpiredRequests.ts'
import { findWaitingRequests } from './findWaitingRequests.ts'
import type { RequestReminderSettings } from './requestReminderSchema.ts'

/**
 * Finds grants and revokes that nobody decides: while they wait too long, and when their time is over.
 *
 * @example
 * const { holds, ended } = await findOverdueRequests(deps, look, requestReminderSchema.parse({}))
 */
export const findOverdueRequests: Monitor<RequestReminderSettings> = async (deps, look, settings) =>
  mergeReports([
    await examineConditions(deps, look, {
      rules: ['request-waiting'],
      find: (now) => findWaitingRequests(deps, { now, settings }),
    }),
    { holds: await findExpiredRequests(deps, look), ended: [] },
  ])
