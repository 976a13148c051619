import type { Alert, AlertFinding } from '../model/Alert.ts'
import type { StoreReader } from '../ports/Store.ts'

/**
 * What an alert tells of, in the order in which it came: what holds and has held long enough; once the alert is resolved,
 * all there was. An alert of thousands of findings costs what is listed.
 *
 * @param options.newest how many of the last ones are listed
 * @returns these, and how many there are
 */
export async function listToldFindings(
  reader: Pick<StoreReader, 'listAlertFindings' | 'countAlertFindings'>,
  options: { alert: Alert; newest: number },
): Promise<{ findings: AlertFinding[]; findingCount: number }> {
  const { alert, newest } = options
  const which = { alertId: alert.id, holding: alert.status !== 'resolved', raised: true }
  const [findings, findingCount] = await Promise.all([
    reader.listAlertFindings({ ...which, newest: true, limit: newest }),
    reader.countAlertFindings(which),
  ])
  return { findings, findingCount }
}
