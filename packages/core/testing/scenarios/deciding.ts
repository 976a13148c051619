import { expect } from 'vitest'
import { askForGrant } from './askForGrant.ts'
import type { ChatDriver } from './ChatDriver.ts'
import { createRefusal } from './createRefusal.ts'
import { expectForm } from './expectForm.ts'
import { expectMessage } from './expectMessage.ts'
import { expectProblem } from './expectProblem.ts'
import { getCard } from './getCard.ts'
import type { Scenario } from './Scenario.ts'

const getStatus = async ({ clinic }: ChatDriver, id: string) =>
  (await clinic.deps.store.getRequest(id))?.status

/** What people decide. */
export const deciding: readonly Scenario[] = [
  {
    subcommand: 'approve',
    outcome: 'happy',
    title: 'decides like the button',
    async play(driver) {
      const request = await askForGrant(driver)
      expectMessage(await driver.type('cmo', { name: 'approve', values: { request } }), 'You approved')
      const card = await getCard(driver)
      expect(card.buttons).toEqual([])
      expect(card.text).toContain('by @cmo')
    },
  },
  {
    subcommand: 'approve',
    outcome: 'refused',
    title: 'is for the CMO',
    async play(driver) {
      const request = await askForGrant(driver)
      const reply = await driver.type('nadia', { name: 'approve', values: { request } })
      expectMessage(reply, 'Only the Chief Medical Officer')
      expect(await getStatus(driver, request)).toBe('pending')
    },
  },
  {
    subcommand: 'deny',
    outcome: 'happy',
    title: 'tells who asked why',
    async play(driver) {
      const request = await askForGrant(driver)
      const values = { request, reason: 'not on this ward' }
      expectMessage(await driver.type('cmo', { name: 'deny', values }), 'not on this ward')
      const card = await getCard(driver)
      expect(card.buttons).toEqual([])
      expect(card.text).toContain('not on this ward')
      expect((await driver.listDirect('alice')).map(({ text }) => text)).toEqual([
        expect.stringContaining('not on this ward'),
      ])
    },
  },
  {
    subcommand: 'deny',
    outcome: 'happy',
    title: 'asks for the reason that was left out',
    async play(driver) {
      const request = await askForGrant(driver)
      const form = expectForm(await driver.type('cmo', { name: 'deny', values: { request } }))
      const reply = await driver.submit('cmo', form, { reason: 'not on this ward' })
      expectMessage(reply, 'not on this ward')
      expect(await getStatus(driver, request)).toBe('denied')
    },
  },
  createRefusal({
    subcommand: 'deny',
    title: 'tells that there is no such request',
    by: 'cmo',
    values: { request: 'nosuchreq', reason: 'no' },
    says: 'no such request',
  }),
  {
    subcommand: null,
    outcome: 'happy',
    title: 'Deny on the card asks for the reason in a form, and tells it to who asked',
    async play(driver) {
      const id = await askForGrant(driver)
      const form = expectForm(await driver.click('cmo', await getCard(driver), 'deny'))
      expectMessage(await driver.submit('cmo', form, { reason: 'not on this ward' }), 'not on this ward')
      expect(await getStatus(driver, id)).toBe('denied')
      await driver.deliver()
      expect((await driver.listDirect('alice')).at(-1)?.text).toContain('not on this ward')
    },
  },
  {
    subcommand: null,
    outcome: 'refused',
    title: 'a denial wants a reason, and one of spaces is none',
    async play(driver) {
      const id = await askForGrant(driver)
      const form = expectForm(await driver.click('cmo', await getCard(driver), 'deny'))
      expectProblem(await driver.submit('cmo', form, { reason: '   ' }), 'reason')
      expect(await getStatus(driver, id)).toBe('pending')
    },
  },
  {
    subcommand: null,
    outcome: 'refused',
    title: 'other people’s buttons are not theirs, however they see them',
    async play(driver) {
      const id = await askForGrant(driver)
      const card = await getCard(driver)
      for (const by of ['alice', 'nadia', 'ben'] as const)
        expectMessage(await driver.click(by, card, 'approve'), 'Only the Chief Medical Officer')
      expectMessage(await driver.click('mallory', card, 'approve'), 'not linked')
      const form = expectForm(await driver.click('nadia', card, 'deny'))
      expectMessage(await driver.submit('nadia', form, { reason: 'mine' }), 'Only the Chief Medical Officer')
      expect(await getStatus(driver, id)).toBe('pending')
    },
  },
  {
    subcommand: null,
    outcome: 'refused',
    title: 'a card that still shows its buttons after the decision changes nothing',
    async play(driver) {
      const request = await askForGrant(driver)
      const stale = await getCard(driver)
      expectMessage(await driver.type('cmo', { name: 'approve', values: { request } }), 'You approved')
      expectMessage(await driver.click('cmo', stale, 'approve'), 'already approved')
      const form = expectForm(await driver.click('cmo', stale, 'deny'))
      expectMessage(await driver.submit('cmo', form, { reason: 'too late' }), 'already approved')
      expect(await driver.clinic.deps.store.listTransactions(request)).toHaveLength(1)
    },
  },
  {
    subcommand: null,
    outcome: 'happy',
    title: 'a click that arrives twice decides once',
    async play(driver) {
      const id = await askForGrant(driver)
      expectMessage(await driver.click('cmo', await getCard(driver), 'approve'), 'You approved')
      await driver.redeliver()
      expect(await driver.clinic.deps.store.listTransactions(id)).toHaveLength(1)
    },
  },
]
