import type { ChatDriver, Shown } from './ChatDriver.ts'

/** The newest card of the approvals channel, as it stands after everything was posted. */
export async function getCard(driver: ChatDriver): Promise<Shown> {
  await driver.deliver()
  const card = (await driver.listCards()).at(-1)
  if (card === undefined) throw new Error('No card was posted.')
  return card
}
