import { expect } from 'vitest'
import type { ChatDriver } from './ChatDriver.ts'
import { carryOut } from './carryOut.ts'
import { createRefusal } from './createRefusal.ts'
import { expectForm } from './expectForm.ts'
import { expectMessage } from './expectMessage.ts'
import { getCard } from './getCard.ts'
import { getLastDirect } from './getLastDirect.ts'
import { getRequestId } from './getRequestId.ts'
import type { Scenario } from './Scenario.ts'

/** Nadia asks for access to alice's record 1. Answers the request's id. */
async function askForMyself(driver: ChatDriver): Promise<string> {
  const values = { record: '1', limit: '500', duration: '8h', reason: 'night cover' }
  const reply = await driver.type('nadia', { name: 'request', values })
  expectMessage(reply, 'waits for the consent of @alice')
  return getRequestId(driver)
}

/** What staff ask for themselves. */
export const consenting: readonly Scenario[] = [
  {
    subcommand: 'request',
    outcome: 'happy',
    title: 'asks the physician, then the CMO, and each is led to the card',
    async play(driver) {
      const id = await askForMyself(driver)
      const asked = await getCard(driver)
      expect(asked.buttons).toEqual(['consent', 'deny'])
      const wanted = await getLastDirect(driver, 'alice')
      expect(wanted.leadsTo).toEqual([asked.id])
      expect(wanted.buttons).toEqual([])

      expectMessage(await driver.click('alice', asked, 'consent'), 'You consented')
      const consented = await getCard(driver)
      expect(consented.buttons).toEqual(['approve', 'deny'])
      expect((await getLastDirect(driver, 'cmo')).leadsTo).toEqual([consented.id])

      expectMessage(await driver.click('cmo', consented, 'approve'), 'You approved')
      await carryOut(driver.clinic)
      expect((await getCard(driver)).text).toContain('Access granted')
      expect(await driver.listCards()).toHaveLength(1)
      expect((await getLastDirect(driver, 'nadia')).text).toContain('granted')
      const audit = await driver.type('ines', { name: 'audit', values: { record: '1' } })
      expectMessage(audit, 'consented', 'approved', 'night cover', id)
    },
  },
  {
    subcommand: 'request',
    outcome: 'happy',
    title: 'is consented to by typing as well',
    async play(driver) {
      const request = await askForMyself(driver)
      expectMessage(await driver.type('alice', { name: 'approve', values: { request } }), 'You consented')
      expect((await getCard(driver)).buttons).toEqual(['approve', 'deny'])
    },
  },
  {
    subcommand: 'request',
    outcome: 'happy',
    title: 'asks in a form for what was left out',
    async play(driver) {
      const form = expectForm(await driver.type('nadia', { name: 'request' }))
      const reply = await driver.submit('nadia', form, { record: '1', limit: '5', reason: 'night cover' })
      expectMessage(reply, 'waits for the consent of @alice')
    },
  },
  {
    subcommand: 'request',
    outcome: 'refused',
    title: 'is ended by the physician, with a reason that who asked reads',
    async play(driver) {
      await askForMyself(driver)
      const form = expectForm(await driver.click('alice', await getCard(driver), 'deny'))
      expectMessage(await driver.submit('alice', form, { reason: 'not on this ward' }), 'not on this ward')
      expect((await getCard(driver)).buttons).toEqual([])
      expect((await getLastDirect(driver, 'nadia')).text).toContain('not on this ward')
    },
  },
  {
    subcommand: 'request',
    outcome: 'refused',
    title: 'is consented to by nobody else, and decided by nobody before',
    async play(driver) {
      const request = await askForMyself(driver)
      const card = await getCard(driver)
      for (const by of ['nadia', 'ben', 'cmo'] as const)
        expectMessage(await driver.click(by, card, 'consent'), 'Only the physician of record 1')
      expectMessage(await driver.type('cmo', { name: 'approve', values: { request } }), 'consent')
      expect((await getCard(driver)).buttons).toEqual(['consent', 'deny'])
    },
  },
  createRefusal({
    subcommand: 'request',
    title: 'tells a physician that they need none',
    by: 'alice',
    values: { record: '1', limit: '5', reason: 'ward round' },
    says: 'without a grant',
  }),
]
