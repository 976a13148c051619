import type { Finding } from '../../src/model/Finding.ts'
import type { ChatDriver } from './ChatDriver.ts'
import { report } from './report.ts'

/** A monitor finds something, and everybody is told. Answers the id of the alert that begins with it. */
export async function raiseAlert(driver: ChatDriver, finding: Partial<Finding> = {}): Promise<string> {
  const [alert] = await report(driver, { holds: [finding] })
  if (alert === undefined) throw new Error('The finding began no alert.')
  return alert.id
}
