import { expect } from 'vitest'
import type { ChatDriver } from './ChatDriver.ts'
import { createRefusal } from './createRefusal.ts'
import { drawnFinding } from './drawnFinding.ts'
import { expectForm } from './expectForm.ts'
import { expectMessage } from './expectMessage.ts'
import { raiseAlert } from './raiseAlert.ts'
import { report } from './report.ts'
import type { Scenario } from './Scenario.ts'

const read = async ({ clinic }: ChatDriver, id: string) => clinic.deps.store.getAlert(id)

/** What the monitors raise, and what people do about it. */
export const watching: readonly Scenario[] = [
  {
    subcommand: 'alerts',
    outcome: 'happy',
    title: 'lists what is open, to the CMO and an auditor',
    async play(driver) {
      expectMessage(await driver.type('cmo', { name: 'alerts' }), 'Nothing fires')
      const id = await raiseAlert(driver, drawnFinding)
      for (const by of ['cmo', 'ines'] as const)
        expectMessage(await driver.type(by, { name: 'alerts' }), id, 'record 2')
    },
  },
  {
    subcommand: 'alerts',
    outcome: 'happy',
    title: 'shows one with all that was found',
    async play(driver) {
      const id = await raiseAlert(driver, drawnFinding)
      await report(driver, {
        holds: [
          {
            ...drawnFinding,
            fingerprint: 'record-drawn:1',
            subject: 'record 1',
            summary: 'Record 1 is full.',
          },
        ],
      })
      const reply = await driver.type('ines', { name: 'alerts', values: { alert: id } })
      expectMessage(reply, id, 'Create a larger one', 'Record 1 is full')
    },
  },
  {
    subcommand: 'alerts',
    outcome: 'refused',
    title: 'tells nobody else of any',
    async play(driver) {
      const id = await raiseAlert(driver, drawnFinding)
      for (const values of [{}, { alert: id }])
        for (const by of ['alice', 'nadia'] as const) {
          const { text } = expectMessage(
            await driver.type(by, { name: 'alerts', values }),
            'Chief Medical Officer',
          )
          expect(text).not.toContain('record 2')
        }
    },
  },
  createRefusal({
    subcommand: 'alerts',
    title: 'tells that there is none of that id',
    by: 'cmo',
    values: { alert: 'nosuchalert' },
    says: 'no such alert',
  }),
  {
    subcommand: 'ack',
    outcome: 'happy',
    title: 'acknowledges like the button',
    async play(driver) {
      const alert = await raiseAlert(driver, drawnFinding)
      expectMessage(await driver.type('cmo', { name: 'ack', values: { alert } }), 'is acknowledged')
      expect((await read(driver, alert))?.status).toBe('acknowledged')
    },
  },
  {
    subcommand: 'ack',
    outcome: 'refused',
    title: 'is for the CMO',
    async play(driver) {
      const alert = await raiseAlert(driver, drawnFinding)
      for (const by of ['nadia', 'alice', 'ines'] as const)
        expectMessage(
          await driver.type(by, { name: 'ack', values: { alert } }),
          'Only the Chief Medical Officer',
        )
      expectMessage(await driver.type('mallory', { name: 'ack', values: { alert } }), 'not linked')
      expect((await read(driver, alert))?.status).toBe('firing')
    },
  },
  {
    subcommand: 'ack',
    outcome: 'refused',
    title: 'a second time tells that it was done already',
    async play(driver) {
      const alert = await raiseAlert(driver, drawnFinding)
      const acknowledge = () => driver.type('cmo', { name: 'ack', values: { alert } })
      expectMessage(await acknowledge(), 'is acknowledged')
      expectMessage(await acknowledge(), 'was acknowledged by @cmo', 'Nothing was changed')
    },
  },
  createRefusal({
    subcommand: 'ack',
    title: 'tells that there is no such alert',
    by: 'cmo',
    values: { alert: 'nosuchalert' },
    says: 'no such alert',
  }),
  {
    subcommand: 'silence',
    outcome: 'happy',
    title: 'asks in a form for what was left out',
    async play(driver) {
      const alert = await raiseAlert(driver, drawnFinding)
      for (const values of [{ alert }, { alert, duration: '8h' }]) {
        const form = expectForm(await driver.type('cmo', { name: 'silence', values }))
        const reply = await driver.submit('cmo', form, { duration: '8h', reason: 'known' })
        expectMessage(reply, 'Silenced until')
      }
      expect((await read(driver, alert))?.silenceReason).toBe('known')
    },
  },
  {
    subcommand: 'silence',
    outcome: 'refused',
    title: 'is for the CMO',
    async play(driver) {
      const alert = await raiseAlert(driver, drawnFinding)
      const values = { alert, duration: '8h', reason: 'mine' }
      expectMessage(await driver.type('nadia', { name: 'silence', values }), 'Only the Chief Medical Officer')
      expect((await read(driver, alert))?.silencedUntil).toBeNull()
    },
  },
  {
    subcommand: 'silence',
    outcome: 'refused',
    title: 'has an end, at most 30 days away',
    async play(driver) {
      const alert = await raiseAlert(driver, drawnFinding)
      for (const duration of ['0s', '0h', '31d', '100y', '99999w', 'forever', '-1h']) {
        const values = { alert, duration, reason: 'known' }
        expectMessage(await driver.type('cmo', { name: 'silence', values }), 'at most 30 days')
      }
      expect((await read(driver, alert))?.silencedUntil).toBeNull()
    },
  },
  createRefusal({
    subcommand: 'silence',
    title: 'tells that there is no such alert',
    by: 'cmo',
    values: { alert: 'nosuchalert', duration: '8h', reason: 'known' },
    says: 'no such alert',
  }),
  {
    subcommand: 'unsilence',
    outcome: 'happy',
    title: 'ends a silence before its time',
    async play(driver) {
      const alert = await raiseAlert(driver, drawnFinding)
      const values = { alert, duration: '8h', reason: 'known' }
      expectMessage(await driver.type('cmo', { name: 'silence', values }), 'Silenced until')
      expectMessage(await driver.type('cmo', { name: 'unsilence', values: { alert } }), 'are told again')
    },
  },
  {
    subcommand: 'unsilence',
    outcome: 'refused',
    title: 'is for the CMO, and for what is silent',
    async play(driver) {
      const alert = await raiseAlert(driver, drawnFinding)
      const unsilence = (by: 'nadia' | 'cmo') => driver.type(by, { name: 'unsilence', values: { alert } })
      expectMessage(await unsilence('nadia'), 'Only the Chief Medical Officer')
      expectMessage(await unsilence('cmo'), 'not silenced')
    },
  },
]
