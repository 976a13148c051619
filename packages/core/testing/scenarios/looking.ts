import { expect } from 'vitest'
import { people } from '../createClinic.ts'
import { askForGrant } from './askForGrant.ts'
import { carryOut } from './carryOut.ts'
import { createRefusal } from './createRefusal.ts'
import { expectMessage } from './expectMessage.ts'
import type { Scenario } from './Scenario.ts'

const NOT_LINKED = 'not linked'

/** What people look at. */
export const looking: readonly Scenario[] = [
  {
    subcommand: 'help',
    outcome: 'happy',
    title: 'tells each what their role may do',
    async play(driver) {
      const reads = async (by: 'cmo' | 'nadia' | 'ines') =>
        expectMessage(await driver.type(by, { name: 'help' }), 'What you may do', '/medikey record').text
      expect(await reads('cmo')).toContain('/medikey approve')
      expect(await reads('cmo')).toContain('/medikey silence')
      expect(await reads('ines')).toContain('/medikey alerts')
      expect(await reads('ines')).not.toContain('/medikey silence')
      for (const name of ['/medikey approve', '/medikey alerts'])
        expect(await reads('nadia')).not.toContain(name)
    },
  },
  createRefusal({
    subcommand: 'help',
    title: 'tells who is not linked how to be, and of no command that needs it',
    by: 'mallory',
    says: NOT_LINKED,
    hides: '/medikey record',
  }),
  {
    subcommand: 'whoami',
    outcome: 'happy',
    title: 'tells which principal they are',
    async play(driver) {
      expectMessage(await driver.type('cmo', { name: 'whoami' }), people.cmo, 'Chief Medical Officer')
    },
  },
  createRefusal({
    subcommand: 'whoami',
    title: 'tells that they are nobody',
    by: 'mallory',
    says: NOT_LINKED,
  }),
  {
    subcommand: 'record',
    outcome: 'happy',
    title: 'shows the record',
    async play(driver) {
      await carryOut(driver.clinic)
      const reply = await driver.type('nadia', { name: 'record', values: { record: '1' } })
      expectMessage(reply, 'Record 1', 'cardiology', '0 of 1,000', 'created it')
    },
  },
  createRefusal({
    subcommand: 'record',
    title: 'tells nothing of a record to who is not linked',
    by: 'mallory',
    values: { record: '1' },
    says: NOT_LINKED,
    hides: 'cardiology',
  }),
  createRefusal({
    subcommand: 'record',
    title: 'tells that there is none',
    by: 'alice',
    values: { record: '99' },
    says: 'no record',
  }),
  {
    subcommand: 'records',
    outcome: 'happy',
    title: 'lists them by page',
    async play(driver) {
      await carryOut(driver.clinic)
      const list = async (values: Record<string, string>) =>
        expectMessage(await driver.type('alice', { name: 'records', values })).text
      expect(await list({})).toContain('Records · page 1 of 1')
      expect(await list({ whose: 'mine' })).toContain('Records of alice')
      expect(await list({ physician: '@ben' })).toContain('Records of ben')
      expect(await list({ page: '2' })).toContain('There is no page 2')
    },
  },
  createRefusal({
    subcommand: 'records',
    title: 'asks for a page that is a number',
    by: 'alice',
    values: { whose: 'mine', page: 'two' },
    says: 'whole number from 1',
  }),
  {
    subcommand: 'stats',
    outcome: 'happy',
    title: 'counts one’s own records, or somebody else’s',
    async play(driver) {
      expectMessage(await driver.type('alice', { name: 'stats' }), 'Statistics of alice', '1,050')
      const reply = await driver.type('nadia', { name: 'stats', values: { physician: '@ben' } })
      expectMessage(reply, 'Statistics of ben', '1,000')
    },
  },
  createRefusal({
    subcommand: 'stats',
    title: 'takes no name that was typed by hand',
    by: 'alice',
    values: { physician: 'ben' },
    says: 'with their principal',
  }),
  {
    subcommand: 'privilege',
    outcome: 'happy',
    title: 'tells whether somebody has access',
    async play(driver) {
      const ask = (staff: string) =>
        driver.type('nadia', { name: 'privilege', values: { record: '1', staff } })
      expectMessage(await ask('@nadia'), 'has no access')
      expectMessage(await ask(people.alice), 'needs no grant')
    },
  },
  createRefusal({
    subcommand: 'privilege',
    title: 'tells nothing to who is not linked',
    by: 'mallory',
    values: { record: '1', staff: '@nadia' },
    says: NOT_LINKED,
    hides: 'no access',
  }),
  {
    subcommand: 'pending',
    outcome: 'happy',
    title: 'lists what waits for the CMO, and to others how what they asked for stands',
    async play(driver) {
      const id = await askForGrant(driver)
      const ask = async (by: 'cmo' | 'alice' | 'ben') =>
        expectMessage(await driver.type(by, { name: 'pending' })).text
      expect(await ask('cmo')).toContain(id)
      expect(await ask('alice')).toContain(id)
      expect(await ask('ben')).toContain('Nothing is waiting')
    },
  },
  createRefusal({
    subcommand: 'pending',
    title: 'lists nothing to who is not linked',
    by: 'mallory',
    says: NOT_LINKED,
  }),
  {
    subcommand: 'audit',
    outcome: 'happy',
    title: 'tells who asked for what and why, to the physician, the CMO and an auditor',
    async play(driver) {
      await carryOut(driver.clinic)
      await askForGrant(driver)
      for (const by of ['alice', 'cmo', 'ines'] as const) {
        const reply = await driver.type(by, { name: 'audit', values: { record: '1' } })
        expectMessage(reply, 'Audit of record 1 · page 1 of 1', 'asked to grant', 'ward round', 'created it')
      }
    },
  },
  createRefusal({
    subcommand: 'audit',
    title: 'tells nobody else anything about the record',
    by: 'nadia',
    values: { record: '1' },
    says: 'shown to its physician',
    hides: 'created it',
  }),
]
