import type { Alert, AlertFinding } from '../model/Alert.ts'
import type { StoreReader } from '../ports/Store.ts'

/**
 * What an alert tells of, in the order in which it came: what holds and has held long enough; once the alert is resolved,
 * all there was.
 */
export async function listToldFindings(
  reader: Pick<StoreReader, 'listAlertFindings'>,
  options: { alert: Alert },
): Promise<AlertFinding[]> {
  const { alert } = options
  const findings = await reader.listAlertFindings({
    alertId: alert.id,
    holding: alert.status !== 'resolved',
  })
  return findings.filter(({ stage }) => stage !== 'pending')
}
