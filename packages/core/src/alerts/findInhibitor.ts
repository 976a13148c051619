import type { Alert } from '../model/Alert.ts'
import type { RuleName } from '../model/RuleName.ts'
import type { StoreReader } from '../ports/Store.ts'
import { getRule } from './getRule.ts'

/**
 * The rule of an open alert that this one has to wait for; null where there is none. What tells of a monitor that does
 * not run waits for nothing that only this monitor could end.
 */
export async function findInhibitor(
  store: Pick<StoreReader, 'listOpenRules'>,
  alert: Alert,
): Promise<RuleName | null> {
  const inhibitedBy = getRule(alert.rule).inhibitedBy.filter((rule) => getRule(rule).monitor !== alert.cause)
  if (inhibitedBy.length === 0) return null
  const [inhibitor] = await store.listOpenRules({ rules: inhibitedBy })
  return inhibitor ?? null
}
