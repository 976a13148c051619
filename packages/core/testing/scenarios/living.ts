import { expect } from 'vitest'
import { warnGrants } from '../../src/execution/warnGrants.ts'
import { people } from '../createClinic.ts'
import type { ChatDriver } from './ChatDriver.ts'
import { carryOut } from './carryOut.ts'
import { expectMessage } from './expectMessage.ts'
import { getCard } from './getCard.ts'
import { getLastDirect } from './getLastDirect.ts'
import { giveAccess } from './giveAccess.ts'
import type { Scenario } from './Scenario.ts'

const HOUR_MS = 3_600_000

const askForPrivilege = (driver: ChatDriver) =>
  driver.type('nadia', { name: 'privilege', values: { record: '1', staff: '@nadia' } })

/** What becomes of a grant. */
export const living: readonly Scenario[] = [
  {
    subcommand: null,
    outcome: 'happy',
    title:
      'a grant is asked for, approved, carried out, used, warned of its end, given back, and told of from its beginning',
    async play(driver) {
      const { clinic } = driver
      const request = await giveAccess(driver, { duration: '8h' })
      const card = await getCard(driver)
      expect(card.buttons).toEqual([])
      for (const part of ['Access granted', 'by @cmo', 'ward round', request])
        expect(card.text).toContain(part)
      const thread = (await driver.listThread(card)).map(({ text }) => text).join('\n')
      for (const stage of ['Approved', 'Sent', 'Access granted']) expect(thread).toContain(stage)
      for (const concerned of ['alice', 'nadia'] as const)
        expect(await driver.listDirect(concerned)).toHaveLength(1)
      expect(await driver.listDirect('cmo')).toEqual([])

      clinic.ledger.act({
        sender: people.nadia,
        call: { functionName: 'accessMedicalData', recordId: 1n, accessVolume: 120n },
      })
      await carryOut(clinic)
      expectMessage(await askForPrivilege(driver), '120 of 500', request)

      clinic.clock.advance(7.5 * HOUR_MS)
      expect(await warnGrants(clinic.deps)).toBe(1)
      expect((await getLastDirect(driver, 'nadia')).text).toContain('Your access to record 1 ends')
      expect((await getLastDirect(driver, 'alice')).text).toContain('@nadia')

      expectMessage(await driver.type('nadia', { name: 'release', values: { request } }), 'back')
      await carryOut(clinic)
      expectMessage(await askForPrivilege(driver), 'has no access')
      expect((await getLastDirect(driver, 'nadia')).text).toContain('ended')

      const audit = await driver.type('ines', { name: 'audit', values: { record: '1' } })
      const { text } = expectMessage(audit, 'ward round')
      const told = [
        'revoked the access',
        'gave the access back',
        'drew 120',
        ' granted ',
        'approved',
        'asked to grant',
      ]
      const places = told.map((what) => text.indexOf(what))
      expect(places).not.toContain(-1)
      expect(places).toEqual(places.toSorted((a, b) => a - b))
    },
  },
]
