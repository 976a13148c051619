import type { Values } from '../../src/conversation/Values.ts'
import type { ChatDriver } from './ChatDriver.ts'
import { expectMessage } from './expectMessage.ts'
import { getRequestId } from './getRequestId.ts'

/** Alice asks for nadia's access to her record 1, unless told otherwise. Answers the request's id. */
export async function askForGrant(driver: ChatDriver, values: Values = {}): Promise<string> {
  const reply = await driver.type('alice', {
    name: 'grant',
    values: { record: '1', staff: '@nadia', limit: '500', reason: 'ward round', ...values },
  })
  expectMessage(reply, 'waits for the Chief Medical Officer')
  return getRequestId(driver)
}
