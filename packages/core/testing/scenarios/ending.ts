import { expect } from 'vitest'
import { warnGrants } from '../../src/execution/warnGrants.ts'
import { askForGrant } from './askForGrant.ts'
import type { ChatDriver } from './ChatDriver.ts'
import { carryOut } from './carryOut.ts'
import { expectMessage } from './expectMessage.ts'
import { getCard } from './getCard.ts'
import { giveAccess } from './giveAccess.ts'
import type { Scenario } from './Scenario.ts'

const HOUR_MS = 3_600_000

const getStatus = async ({ clinic }: ChatDriver, request: string) =>
  (await clinic.deps.store.getGrant(request))?.status

/** How access comes to its end. */
export const ending: readonly Scenario[] = [
  {
    subcommand: 'release',
    outcome: 'happy',
    title: 'gives access back before its time, and all hear of it',
    async play(driver) {
      const request = await giveAccess(driver, { duration: '8h' })
      expect((await getCard(driver)).text).toContain('Time left: less than a day')
      expectMessage(await driver.type('nadia', { name: 'release', values: { request } }), 'being revoked')
      await carryOut(driver.clinic)
      const card = await getCard(driver)
      expect(card.text).toContain('it was given back')
      const thread = (await driver.listThread(card)).map(({ text }) => text).join('\n')
      expect(thread).toContain('gave the access to record 1 back')
      expect((await driver.listDirect('nadia')).at(-1)?.text).toContain(
        'You gave your access to record 1 back',
      )
      expect((await driver.listDirect('alice')).at(-1)?.text).toContain('Access revoked')
      const privilege = await driver.type('nadia', {
        name: 'privilege',
        values: { record: '1', staff: '@nadia' },
      })
      expectMessage(privilege, 'has no access')
    },
  },
  {
    subcommand: 'release',
    outcome: 'happy',
    title: 'is a button, too, where somebody looks at their own access',
    async play(driver) {
      const request = await giveAccess(driver, { duration: '8h' })
      const look = (by: 'alice' | 'nadia') =>
        driver.type(by, { name: 'privilege', values: { record: '1', staff: '@nadia' } })
      const own = expectMessage(await look('nadia'), '7 hours 59 minutes left', request)
      expect(own.buttons).toEqual(['release'])
      expect(expectMessage(await look('alice')).buttons).toEqual([])
      expectMessage(await driver.click('nadia', own, 'release'), 'being revoked')
      await carryOut(driver.clinic)
      expect(await getStatus(driver, request)).toBe('released')
    },
  },
  {
    subcommand: 'release',
    outcome: 'refused',
    title: 'is for who has the access',
    async play(driver) {
      const request = await giveAccess(driver, { duration: '8h' })
      for (const by of ['alice', 'ben', 'cmo'] as const)
        expectMessage(
          await driver.type(by, { name: 'release', values: { request } }),
          'Only the person who was granted access',
        )
      expect(await getStatus(driver, request)).toBe('active')
    },
  },
  {
    subcommand: 'release',
    outcome: 'refused',
    title: 'a second time tells that it is being ended already',
    async play(driver) {
      const request = await giveAccess(driver, { duration: '8h' })
      expectMessage(await driver.type('nadia', { name: 'release', values: { request } }), 'being revoked')
      expectMessage(
        await driver.type('nadia', { name: 'release', values: { request } }),
        'is being ended already',
      )
      expect(await driver.clinic.deps.store.findRequests({ kind: 'revoke', limit: 10 })).toHaveLength(1)
    },
  },
  {
    subcommand: 'release',
    outcome: 'refused',
    title: 'gives back nothing that was not given',
    async play(driver) {
      const request = await askForGrant(driver)
      const reply = await driver.type('nadia', { name: 'release', values: { request } })
      expectMessage(reply, 'nothing to give back')
    },
  },
  {
    subcommand: null,
    outcome: 'happy',
    title: 'an hour before its time is over, who has the access and the physician are warned',
    async play(driver) {
      const { clinic } = driver
      const request = await giveAccess(driver, { duration: '8h' })
      clinic.clock.advance(7 * HOUR_MS)
      await warnGrants(clinic.deps)
      expect((await getCard(driver)).text).toContain('Time left: less than an hour')
      const [staff, physician] = await Promise.all([driver.listDirect('nadia'), driver.listDirect('alice')])
      expect(staff.at(-1)?.text).toContain(`/medikey release ${request}`)
      expect(physician.at(-1)?.text).toContain('to record 1 ends')
    },
  },
]
