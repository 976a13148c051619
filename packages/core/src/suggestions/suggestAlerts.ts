import { describeAlertLine } from '../alerts/describeAlertLine.ts'
import type { Deps } from '../Deps.ts'
import { toPlainText } from '../messages/toPlainText.ts'
import type { Account } from '../model/Account.ts'
import type { Suggestion } from '../model/Suggestion.ts'
import { isDeployer } from './isDeployer.ts'
import { suggest } from './suggest.ts'

const SEARCHED = 50

/** Which alerts: all that are open, those that nobody acknowledged, those that are silent for now. */
export type AlertsThat = 'are-open' | 'are-firing' | 'are-silent'

/**
 * Open alerts that may be meant, by id or by anything in their description, to who may see them. Asks the store only;
 * never throws.
 *
 * @param options.typed as typed so far
 * @param options.that only these; left out, all that are open
 * @example
 * await suggestAlerts(deps, { account, typed: 'record 7', that: 'are-firing' })
 */
export function suggestAlerts(
  deps: Pick<Deps, 'directory' | 'store' | 'settings' | 'clock'>,
  options: { account: Account; typed: string; that?: AlertsThat | undefined },
): Promise<Suggestion[]> {
  const { account, that = 'are-open' } = options
  const typed = options.typed.trim().toLowerCase()
  return suggest(deps, {
    account,
    async find({ principal }) {
      if (!isDeployer(deps, principal) && !deps.settings.auditors.includes(principal)) return []
      const now = deps.clock.now()
      const meant = (await deps.store.listOpenAlerts({ limit: SEARCHED })).filter((alert) => {
        const isSilent = alert.silencedUntil !== null && alert.silencedUntil > now
        if (that === 'are-silent') return isSilent
        return that === 'are-open' || alert.status === 'firing'
      })
      const suggestions = await Promise.all(
        meant.map(async (alert) => ({
          value: alert.id,
          label: `${alert.id} · ${toPlainText(await describeAlertLine(deps, { alert }))}`,
        })),
      )
      return suggestions.filter(({ label }) => label.toLowerCase().includes(typed))
    },
  })
}
