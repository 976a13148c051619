import { expect } from 'vitest'
import type { Values } from '../../src/conversation/Values.ts'
import type { Handle } from '../createClinic.ts'
import type { ChatDriver, Shown } from './ChatDriver.ts'
import { carryOut } from './carryOut.ts'
import { createRefusal } from './createRefusal.ts'
import { expectForm } from './expectForm.ts'
import { expectMessage } from './expectMessage.ts'
import { getRequestId } from './getRequestId.ts'
import type { Scenario } from './Scenario.ts'

/** Somebody prepares an action of their own; answers what asks them to confirm it. */
async function prepare(driver: ChatDriver, by: Handle, name: string, values: Values): Promise<Shown> {
  const asked = expectMessage(await driver.type(by, { name, values }), 'Confirm', 'Signed by')
  expect(asked.buttons).toEqual(['confirm', 'cancel'])
  return asked
}

/** They confirm it and it is carried out; answers the message to them that followed it. Another one calls them at the end. */
async function confirm(driver: ChatDriver, by: Handle, asked: Shown): Promise<Shown> {
  expectMessage(await driver.click(by, asked, 'confirm'), 'Confirmed')
  await driver.deliver()
  expect(await driver.listDirect(by)).toHaveLength(1)
  await carryOut(driver.clinic)
  await driver.deliver()
  const [card, outcome, ...others] = await driver.listDirect(by)
  if (card === undefined) throw new Error(`Nobody wrote to ${by}.`)
  expect(outcome?.text).toContain('on chain in block')
  expect(others).toEqual([])
  expect(card.buttons).toEqual([])
  expect(await driver.listCards()).toEqual([])
  return card
}

/** What people do in their own right. */
export const acting: readonly Scenario[] = [
  {
    subcommand: 'create',
    outcome: 'happy',
    title: 'says what will be sent, sends it once confirmed, and follows it in one message',
    async play(driver) {
      const values = { volume: '1,000', category: 'child cardiology' }
      const asked = await prepare(driver, 'ben', 'create', values)
      for (const part of ['create-medical-record', 'child cardiology', 'u1000', 'cannot be undone'])
        expect(asked.text).toContain(part)
      expect((await confirm(driver, 'ben', asked)).text).toContain('Record 5 created')
      const record = await driver.type('ben', { name: 'record', values: { record: '5' } })
      expectMessage(record, 'child cardiology', '0 of 1,000')
      const audit = await driver.type('ben', { name: 'audit', values: { record: '5' } })
      expectMessage(audit, 'created it', 'confirmed')
    },
  },
  {
    subcommand: 'create',
    outcome: 'happy',
    title: 'asks in a form for what was left out, then for the confirmation',
    async play(driver) {
      const form = expectForm(await driver.type('ben', { name: 'create' }))
      const reply = await driver.submit('ben', form, { volume: '7', category: 'oncology' })
      expect(expectMessage(reply, 'Confirm', 'oncology').buttons).toEqual(['confirm', 'cancel'])
    },
  },
  createRefusal({
    subcommand: 'create',
    title: 'takes no volume of nothing, and no category that the contract cannot hold',
    by: 'ben',
    values: { volume: '0', category: 'Kardiologie für Kinder' },
    says: 'without accents',
  }),
  {
    subcommand: 'access',
    outcome: 'happy',
    title: 'draws from a record once it is confirmed',
    async play(driver) {
      const asked = await prepare(driver, 'alice', 'access', {
        record: '1',
        volume: '50',
        purpose: 'follow-up visit',
      })
      const card = await confirm(driver, 'alice', asked)
      for (const part of ['50 drawn', 'follow-up visit']) expect(card.text).toContain(part)
      const record = await driver.type('alice', { name: 'record', values: { record: '1' } })
      expectMessage(record, '50 of 1,000')
    },
  },
  createRefusal({
    subcommand: 'access',
    title: 'refuses at once what the contract would',
    by: 'nadia',
    values: { record: '1', volume: '50', purpose: 'follow-up visit' },
    says: 'access',
  }),
  {
    subcommand: 'access',
    outcome: 'refused',
    title: 'sends nothing when it is cancelled',
    async play(driver) {
      const values = { record: '1', volume: '50', purpose: 'follow-up visit' }
      const asked = await prepare(driver, 'alice', 'access', values)
      expectMessage(await driver.click('alice', asked, 'cancel'), 'Taken back')
      expect(await driver.clinic.deps.store.listTransactions(await getRequestId(driver))).toEqual([])
    },
  },
  {
    subcommand: 'archive',
    outcome: 'happy',
    title: 'archives a record once it is confirmed',
    async play(driver) {
      const asked = await prepare(driver, 'alice', 'archive', { record: '2', reason: 'patient moved' })
      expect((await confirm(driver, 'alice', asked)).text).toContain('Record archived')
      const record = await driver.type('alice', { name: 'record', values: { record: '2' } })
      expectMessage(record, 'archived')
    },
  },
  createRefusal({
    subcommand: 'archive',
    title: 'is for the record’s physician',
    by: 'ben',
    values: { record: '1', reason: 'patient moved' },
    says: 'Only the physician of record 1',
  }),
  {
    subcommand: 'maintenance',
    outcome: 'happy',
    title: 'is begun by the CMO once confirmed, and everybody sees since when',
    async play(driver) {
      expectMessage(await driver.type('nadia', { name: 'maintenance' }), 'Not in maintenance')
      const asked = await prepare(driver, 'cmo', 'maintenance', { switch: 'on', reason: 'moving house' })
      expect((await confirm(driver, 'cmo', asked)).text).toContain('Maintenance begun')
      expectMessage(
        await driver.type('nadia', { name: 'maintenance' }),
        'In maintenance, since',
        '@cmo',
        'moving house',
      )
      const again = await driver.type('cmo', {
        name: 'maintenance',
        values: { switch: 'on', reason: 'moving house' },
      })
      expectMessage(again, 'in maintenance already')
    },
  },
  createRefusal({
    subcommand: 'maintenance',
    title: 'is not for anybody else to begin',
    by: 'alice',
    values: { switch: 'on', reason: 'moving house' },
    says: 'Chief Medical Officer',
  }),
  {
    subcommand: null,
    outcome: 'happy',
    title: 'a confirmation that arrives twice sends once',
    async play(driver) {
      const values = { record: '1', volume: '50', purpose: 'follow-up visit' }
      const asked = await prepare(driver, 'alice', 'access', values)
      expectMessage(await driver.click('alice', asked, 'confirm'), 'Confirmed')
      await driver.redeliver()
      expect(await driver.clinic.deps.store.listTransactions(await getRequestId(driver))).toHaveLength(1)
    },
  },
]
