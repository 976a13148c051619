import type { ChatDriver, Shown } from './ChatDriver.ts'

/** The newest message of the alerts channel, as it stands after everything was posted. */
export async function getAlert(driver: ChatDriver): Promise<Shown> {
  await driver.deliver()
  const alert = (await driver.listAlerts()).at(-1)
  if (alert === undefined) throw new Error('No alert was posted.')
  return alert
}
