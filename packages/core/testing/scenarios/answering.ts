import { expect } from 'vitest'
import { advanceAlerts } from '../../src/alerts/advanceAlerts.ts'
import { reportFindings } from '../reportFindings.ts'
import type { ChatDriver } from './ChatDriver.ts'
import { drawnFinding } from './drawnFinding.ts'
import { expectForm } from './expectForm.ts'
import { expectMessage } from './expectMessage.ts'
import { expectProblem } from './expectProblem.ts'
import { getAlert } from './getAlert.ts'
import { raiseAlert } from './raiseAlert.ts'
import type { Scenario } from './Scenario.ts'

const HOUR_MS = 3_600_000

const MARKUP = '<!channel> @everyone <@W123> *now* [look](http://evil.example)'

const read = async ({ clinic }: ChatDriver, id: string) => clinic.deps.store.getAlert(id)

/** An alert's message, and what people do there. */
export const answering: readonly Scenario[] = [
  {
    subcommand: null,
    outcome: 'happy',
    title: 'an alert tells who acknowledged it',
    async play(driver) {
      const alert = await raiseAlert(driver, drawnFinding)
      expect((await getAlert(driver)).buttons).toEqual(['acknowledge', 'silence'])
      expectMessage(await driver.type('cmo', { name: 'ack', values: { alert } }), 'is acknowledged')
      expect((await read(driver, alert))?.status).toBe('acknowledged')
      const message = await getAlert(driver)
      expect(message.text).toContain('Acknowledged by cmo')
      expect(message.buttons).toEqual(['silence'])
    },
  },
  {
    subcommand: null,
    outcome: 'happy',
    title: 'an alert tells why it is silent, and is told again when that is over',
    async play(driver) {
      const { clinic } = driver
      const alert = await raiseAlert(driver, drawnFinding)
      const values = { alert, duration: '6h', reason: 'known, the ward is moving' }
      expectMessage(await driver.type('cmo', { name: 'silence', values }), 'Silenced until')
      expect((await getAlert(driver)).text).toContain('known, the ward is moving')
      const countBelow = async () => (await driver.listThread(await getAlert(driver))).length
      const before = await countBelow()
      clinic.clock.advance(5 * HOUR_MS)
      await advanceAlerts(clinic.deps)
      expect(await countBelow()).toBe(before)
      clinic.clock.advance(HOUR_MS)
      await advanceAlerts(clinic.deps)
      expect(await countBelow()).toBeGreaterThan(before)
      expect((await getAlert(driver)).text).not.toContain('known, the ward is moving')
    },
  },
  {
    subcommand: null,
    outcome: 'happy',
    title: 'the reason of a silence is shown as it was typed, and calls nobody',
    async play(driver) {
      const alert = await raiseAlert(driver, drawnFinding)
      const values = { alert, duration: '8h', reason: MARKUP }
      expectMessage(await driver.type('cmo', { name: 'silence', values }), 'Silenced until')
      expect((await read(driver, alert))?.silenceReason).toBe(MARKUP)
      expect((await getAlert(driver)).text).toContain(MARKUP)
    },
  },
  {
    subcommand: null,
    outcome: 'happy',
    title: 'Acknowledge on an alert does what the command does; what only happened is over with it',
    async play(driver) {
      const id = await raiseAlert(driver)
      expectMessage(await driver.click('cmo', await getAlert(driver), 'acknowledge'), 'is acknowledged')
      expect((await read(driver, id))?.status).toBe('resolved')
      expect((await getAlert(driver)).buttons).toEqual([])
    },
  },
  {
    subcommand: null,
    outcome: 'happy',
    title: 'Silence on an alert asks in a form for how long and why',
    async play(driver) {
      const id = await raiseAlert(driver, drawnFinding)
      const form = expectForm(await driver.click('cmo', await getAlert(driver), 'silence'))
      expectMessage(await driver.submit('cmo', form, { duration: '2d', reason: 'known' }), 'Silenced until')
      expect((await read(driver, id))?.silenceReason).toBe('known')
    },
  },
  {
    subcommand: null,
    outcome: 'refused',
    title: 'a silence wants an end and a reason, and one of spaces is none',
    async play(driver) {
      const id = await raiseAlert(driver, drawnFinding)
      for (const [values, problem] of [
        [{ duration: '100y', reason: 'known' }, 'at most 30 days'],
        [{ duration: '8h', reason: '   ' }, 'reason'],
      ] as const) {
        const form = expectForm(await driver.click('cmo', await getAlert(driver), 'silence'))
        expectProblem(await driver.submit('cmo', form, values), problem)
      }
      expect((await read(driver, id))?.silencedUntil).toBeNull()
    },
  },
  {
    subcommand: null,
    outcome: 'refused',
    title: 'the buttons of an alert are the CMO’s, whoever sees them',
    async play(driver) {
      const id = await raiseAlert(driver, drawnFinding)
      const message = await getAlert(driver)
      for (const by of ['alice', 'nadia', 'ines'] as const)
        expectMessage(await driver.click(by, message, 'acknowledge'), 'Only the Chief Medical Officer')
      expectMessage(await driver.click('mallory', message, 'acknowledge'), 'not linked')
      const form = expectForm(await driver.click('nadia', message, 'silence'))
      const reply = await driver.submit('nadia', form, { duration: '8h', reason: 'mine' })
      expectMessage(reply, 'Only the Chief Medical Officer')
      expect(await read(driver, id)).toMatchObject({ status: 'firing', silencedUntil: null })
    },
  },
  {
    subcommand: null,
    outcome: 'refused',
    title: 'an alert that still shows its buttons after it is over can no more be acknowledged',
    async play(driver) {
      const id = await raiseAlert(driver, drawnFinding)
      const stale = await getAlert(driver)
      // Nothing is posted yet: the message shows what was.
      await reportFindings(driver.clinic.deps, { ended: ['record-drawn:2'] })
      expectMessage(await driver.click('cmo', stale, 'acknowledge'), 'is over since', 'Nothing was changed')
      expect(await read(driver, id)).toMatchObject({ status: 'resolved', acknowledgedAt: null })
    },
  },
  {
    subcommand: null,
    outcome: 'happy',
    title: 'a click on an alert that arrives twice acknowledges once',
    async play(driver) {
      const id = await raiseAlert(driver, drawnFinding)
      expectMessage(await driver.click('cmo', await getAlert(driver), 'acknowledge'), 'is acknowledged')
      await driver.redeliver()
      const trail = await driver.clinic.deps.store.listAudit({ limit: 100 })
      expect(trail.filter(({ action }) => action === 'alert-acknowledged')).toHaveLength(1)
      expect((await read(driver, id))?.status).toBe('acknowledged')
    },
  },
]
