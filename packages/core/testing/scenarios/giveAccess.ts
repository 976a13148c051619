import type { Values } from '../../src/conversation/Values.ts'
import { askForGrant } from './askForGrant.ts'
import type { ChatDriver } from './ChatDriver.ts'
import { carryOut } from './carryOut.ts'
import { expectMessage } from './expectMessage.ts'
import { getCard } from './getCard.ts'

/** Nadia is granted access to alice's record 1, asked for, approved and on chain. Answers the request's id. */
export async function giveAccess(driver: ChatDriver, values: Values = {}): Promise<string> {
  const request = await askForGrant(driver, values)
  expectMessage(await driver.click('cmo', await getCard(driver), 'approve'), 'You approved')
  await carryOut(driver.clinic)
  await driver.deliver()
  return request
}
