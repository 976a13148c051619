import type { Alert } from '../../src/model/Alert.ts'
import type { Finding } from '../../src/model/Finding.ts'
import { reportFindings } from '../reportFindings.ts'
import { sampleFinding } from '../samples/sampleFinding.ts'
import type { ChatDriver } from './ChatDriver.ts'

/** A monitor says what holds and what ended, and everybody is told. Answers the alerts that began. */
export async function report(
  driver: ChatDriver,
  options: { holds?: readonly Partial<Finding>[]; ended?: readonly string[] },
): Promise<readonly Alert[]> {
  const { holds = [], ended = [] } = options
  const { deps, clock } = driver.clinic
  const found = holds.map((finding) => sampleFinding({ at: clock.now(), ...finding }))
  const began = await reportFindings(deps, { holds: found, ended })
  await driver.deliver()
  return began
}
