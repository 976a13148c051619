import { examineConditions } from '../examineConditions.ts'
import type { Monitor } from '../Monitor.ts'
import { mergeReports } from '../mergeReports.ts'
import { findEndingGrants } from './findEndingGrants.ts'
import { findOutlivedGrants } from './findOutlivedGrants.ts'
import { findUnusedGrants } from './findUnusedGrants.ts'
import type { GrantExpirySettings } from './grantExpirySchema.ts'

/**
 * Finds time-boxed grants that end soon, those that stand on chain past their end, and privileges that nobody uses.
 *
 * @example
 * const { holds, ended } = await findGrantExpiry(deps, look, grantExpirySchema.parse({}))
 */
export const findGrantExpiry: Monitor<GrantExpirySettings> = async (deps, look, settings) =>
  mergeReports([
    { holds: await findEndingGrants(deps, look, settings), ended: [] },
    await examineConditions(deps, look, {
      rules: ['grant-outlived'],
      find: (now) => findOutlivedGrants(deps, { now, settings }),
    }),
    await findUnusedGrants(deps, look, settings),
  ])
