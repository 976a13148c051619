import type { Deps } from '../Deps.ts'
import { formatVolume } from '../input/formatVolume.ts'
import type { Account } from '../model/Account.ts'
import type { Suggestion } from '../model/Suggestion.ts'
import { SUGGESTED, suggest } from './suggest.ts'

/**
 * Records that may be meant, by number or category: the person's own first, then those they may draw from. Asks the
 * store only; never throws.
 *
 * @param options.typed as typed so far
 * @example
 * await suggestRecords(deps, { account, typed: 'card' }) // [{ value: '7', label: '7 · cardiology · Dr. Alice Meyer' }]
 */
export function suggestRecords(
  deps: Pick<Deps, 'directory' | 'store'>,
  options: { account: Account; typed: string },
): Promise<Suggestion[]> {
  const { account } = options
  const typed = options.typed.trim().replace(/^#/, '')
  return suggest(deps, {
    account,
    async find({ principal }) {
      const records = await deps.store.suggestRecords({ principal, typed, limit: SUGGESTED })
      return records.map(
        ({ recordId, recordCategory, physician, dataVolume, accessedVolume, activeRecord }) => ({
          value: recordId.toString(),
          label: [
            recordId.toString(),
            recordCategory,
            deps.directory.describe(physician).name,
            activeRecord ? `${formatVolume(dataVolume - accessedVolume)} left` : 'archived',
          ]
            .filter((part) => part !== '')
            .join(' · '),
        }),
      )
    },
  })
}
