import type { Deps } from '../Deps.ts'
import type { Account } from '../model/Account.ts'
import type { Suggestion } from '../model/Suggestion.ts'
import { SUGGESTED, suggest } from './suggest.ts'

/**
 * Categories in use: those of the person's own records first, then the most used. Asks the store only; never throws.
 *
 * @param options.typed as typed so far
 * @example
 * await suggestCategories(deps, { account, typed: 'card' }) // [{ value: 'cardiology', label: 'cardiology' }]
 */
export function suggestCategories(
  deps: Pick<Deps, 'directory' | 'store'>,
  options: { account: Account; typed: string },
): Promise<Suggestion[]> {
  const { account, typed } = options
  return suggest(deps, {
    account,
    async find({ principal }) {
      const found = await deps.store.suggestCategories({ principal, typed: typed.trim(), limit: SUGGESTED })
      return found.map((category) => ({ value: category, label: category }))
    },
  })
}
