import { expect } from 'vitest'
import { people } from '../createClinic.ts'
import { askForGrant } from './askForGrant.ts'
import { carryOut } from './carryOut.ts'
import { expectMessage } from './expectMessage.ts'
import { getCard } from './getCard.ts'
import type { Scenario } from './Scenario.ts'

/** What becomes of it. */
export const living: readonly Scenario[] = [
  {
    subcommand: null,
    outcome: 'happy',
    title: 'a grant is asked for, approved, carried out, used and told of to everybody whom it concerns',
    async play(driver) {
      const { clinic } = driver
      const request = await askForGrant(driver, { duration: '8h' })
      expectMessage(await driver.click('cmo', await getCard(driver), 'approve'), 'You approved')
      await carryOut(clinic)

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
      const privilege = await driver.type('nadia', {
        name: 'privilege',
        values: { record: '1', staff: '@nadia' },
      })
      expectMessage(privilege, '120 of 500', request)
      const audit = await driver.type('ines', { name: 'audit', values: { record: '1' } })
      expectMessage(audit, 'drew 120', 'granted', 'approved', 'asked to grant', 'ward round')
    },
  },
]
