import type { ChatDriver, Shown, Visitor } from './ChatDriver.ts'

/** What MediKey wrote to somebody last, after everything was posted. */
export async function getLastDirect(driver: ChatDriver, to: Visitor): Promise<Shown> {
  await driver.deliver()
  const last = (await driver.listDirect(to)).at(-1)
  if (last === undefined) throw new Error(`Nobody wrote to ${to}.`)
  return last
}
