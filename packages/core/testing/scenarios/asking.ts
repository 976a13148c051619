import { expect } from 'vitest'
import { askForGrant } from './askForGrant.ts'
import { createRefusal } from './createRefusal.ts'
import { expectForm } from './expectForm.ts'
import { expectMessage } from './expectMessage.ts'
import { expectProblem } from './expectProblem.ts'
import { getCard } from './getCard.ts'
import { getRequestId } from './getRequestId.ts'
import type { Scenario } from './Scenario.ts'

/** What people ask for. */
export const asking: readonly Scenario[] = [
  {
    subcommand: 'grant',
    outcome: 'happy',
    title: 'puts a card before the CMO that says everything',
    async play(driver) {
      const id = await askForGrant(driver, { duration: '8h', limit: '1,000' })
      const card = await getCard(driver)
      for (const part of [
        'Grant access to record 1',
        '@alice',
        '@nadia',
        '1,000 in all',
        '8 hours',
        'ward round',
        id,
      ])
        expect(card.text).toContain(part)
      expect(card.buttons).toEqual(['approve', 'deny'])
    },
  },
  {
    subcommand: 'grant',
    outcome: 'happy',
    title: 'asks for what was left out in a form',
    async play(driver) {
      const form = expectForm(await driver.type('alice', { name: 'grant', values: { record: '1' } }))
      const reply = await driver.submit('alice', form, {
        staff: '@nadia',
        limit: '500',
        reason: 'ward round',
      })
      expectMessage(reply, 'waits for the Chief Medical Officer')
      expect((await getCard(driver)).text).toContain('500 in all')
    },
  },
  {
    subcommand: 'grant',
    outcome: 'refused',
    title: 'tells what a form holds that cannot be read',
    async play(driver) {
      const form = expectForm(await driver.type('alice', { name: 'grant', values: { record: '1' } }))
      const reply = await driver.submit('alice', form, { staff: '@nadia', limit: '0', reason: 'ward round' })
      expectProblem(reply, 'would grant nothing')
      await driver.deliver()
      expect(await driver.listCards()).toEqual([])
    },
  },
  createRefusal({
    subcommand: 'grant',
    title: 'refuses who is not the record’s physician',
    by: 'ben',
    values: { record: '1', staff: '@nadia', limit: '500', reason: 'ward round' },
    says: 'only its physician',
  }),
  createRefusal({
    subcommand: 'grant',
    title: 'says how a limit and a duration are written',
    by: 'alice',
    values: { record: '1', staff: '@nadia', limit: '0.5', duration: '3y', reason: 'ward round' },
    says: '30m, 8h, 7d, 2w',
  }),
  {
    subcommand: 'grant',
    outcome: 'refused',
    title: 'leads to the card that waits already, and asks no second time',
    async play(driver) {
      const id = await askForGrant(driver)
      const card = await getCard(driver)
      const reply = await driver.type('alice', {
        name: 'grant',
        values: { record: '1', staff: '@nadia', limit: '9', reason: 'again' },
      })
      const { leadsTo } = expectMessage(reply, 'asked for already', 'its card', id)
      expect(leadsTo).toEqual([card.id])
      await driver.deliver()
      expect(await driver.listCards()).toHaveLength(1)
    },
  },
  {
    subcommand: 'revoke',
    outcome: 'happy',
    title: 'puts a card before the CMO',
    async play(driver) {
      const reply = await driver.type('alice', {
        name: 'revoke',
        values: { record: '1', staff: '@nadia', reason: 'shift is over' },
      })
      expectMessage(reply, 'Your revoke of record 1')
      const card = await getCard(driver)
      expect(card.text).toContain('shift is over')
      expect(card.buttons).toEqual(['approve', 'deny'])
    },
  },
  createRefusal({
    subcommand: 'revoke',
    title: 'refuses who is not the record’s physician',
    by: 'ben',
    values: { record: '1', staff: '@nadia', reason: 'shift is over' },
    says: 'only its physician',
  }),
  {
    subcommand: 'cancel',
    outcome: 'happy',
    title: 'takes a request back, and the card loses its buttons',
    async play(driver) {
      const request = await askForGrant(driver)
      expect((await getCard(driver)).buttons).toEqual(['approve', 'deny'])
      expectMessage(await driver.type('alice', { name: 'cancel', values: { request } }), 'Taken back')
      expect((await getCard(driver)).buttons).toEqual([])
    },
  },
  {
    subcommand: 'cancel',
    outcome: 'refused',
    title: 'is for who asked',
    async play(driver) {
      const request = await askForGrant(driver)
      const reply = await driver.type('ben', { name: 'cancel', values: { request } })
      expectMessage(reply, 'Only the person who asked')
      expect((await getCard(driver)).buttons).toEqual(['approve', 'deny'])
    },
  },
  {
    subcommand: null,
    outcome: 'happy',
    title: 'a command that arrives twice asks once',
    async play(driver) {
      await askForGrant(driver)
      await driver.redeliver()
      await driver.deliver()
      expect(await driver.listCards()).toHaveLength(1)
    },
  },
  {
    subcommand: null,
    outcome: 'happy',
    title: 'a reason with markup and mentions is shown as it was typed, and calls nobody',
    async play(driver) {
      const reason = 'ask @tom & <b> *now* _please_ ~x~ `y` https://a.example'
      await askForGrant(driver, { reason })
      expect((await driver.clinic.deps.store.getRequest(await getRequestId(driver)))?.reason).toBe(reason)
      expect((await getCard(driver)).text).toContain(reason)
    },
  },
]
