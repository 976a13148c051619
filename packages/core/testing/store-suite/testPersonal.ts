import { describe, expect, test } from 'vitest'
import type { Grant } from '../../src/model/Grant.ts'
import type { RecordProjection } from '../../src/model/Projection.ts'
import { sampleChanges } from '../samples/sampleChanges.ts'
import { sampleGrant } from '../samples/sampleGrant.ts'
import type { OpenedStore } from './OpenedStore.ts'
import { saveRequest } from './saveRequest.ts'

const at = (hours: number) => new Date(Date.UTC(2026, 0, 1, hours))

export function testPersonal(subject: () => OpenedStore): void {
  describe('the active grants of a person', () => {
    const save = async (overrides: Partial<Grant>) => {
      const { store } = subject()
      const { id } = await saveRequest(store, { status: 'approved' })
      const grant = sampleGrant({ ...overrides, requestId: id })
      await store.transaction((unit) => unit.setGrants({ ...grant, grants: [grant] }))
      return grant
    }
    const list = (principal: string, limit = 10) => subject().store.listActiveGrants({ principal, limit })

    test('are those they hold and those they gave, the soonest end first', async () => {
      const open = await save({ recordId: 1n, medicalStaff: 'ST2', physician: 'ST1' })
      const late = await save({ recordId: 2n, medicalStaff: 'ST1', physician: 'ST3', endsAt: at(20) })
      const soon = await save({ recordId: 3n, medicalStaff: 'ST2', physician: 'ST1', endsAt: at(10) })
      expect(await list('ST1')).toEqual([soon, late, open])
      expect(await list('ST1', 1)).toEqual([soon])
      expect(await list('ST2')).toEqual([soon, open])
      expect(await list('ST4')).toEqual([])
    })

    test('are none that ended', async () => {
      for (const status of ['released', 'expired', 'revoked', 'superseded'] as const)
        await save({ medicalStaff: 'ST2', status })
      expect(await list('ST2')).toEqual([])
    })
  })

  describe('suggestions', () => {
    const save = (...records: Partial<RecordProjection>[]) =>
      subject().store.transaction(async (unit) => {
        for (const each of records)
          await unit.applyChanges(
            sampleChanges({
              created: [
                {
                  recordId: 1n,
                  physician: 'ST1',
                  recordCategory: 'cardiology',
                  dataVolume: 10n,
                  accessedVolume: 0n,
                  createdAtHeight: 1n,
                  activeRecord: true,
                  ...each,
                },
              ],
            }),
          )
      })
    const records = async (typed: string, limit = 25) =>
      (await subject().store.suggestRecords({ principal: 'ST1', typed, limit })).map(
        ({ recordId }) => recordId,
      )
    const categories = (typed: string, limit = 25) =>
      subject().store.suggestCategories({ principal: 'ST1', typed, limit })

    test('of records are their own first, then those they may draw from, newest first', async () => {
      await save(
        ...[1n, 2n, 3n, 4n, 5n, 6n].map((recordId) => ({
          recordId,
          physician: recordId < 3n ? 'ST1' : 'ST2',
        })),
      )
      await subject().store.transaction((unit) =>
        unit.applyChanges(
          sampleChanges({
            granted: [
              {
                recordId: 4n,
                medicalStaff: 'ST1',
                accessLimit: 1n,
                usage: 0n,
                txid: '0x1',
                grantedAt: at(1),
              },
            ],
          }),
        ),
      )
      expect(await records('')).toEqual([2n, 1n, 4n, 6n, 5n, 3n])
      expect(await records('', 2)).toEqual([2n, 1n])
    })

    test('of records fit by the beginning of their number or by any part of their category', async () => {
      await save(
        { recordId: 12n },
        { recordId: 21n, recordCategory: 'Radiology' },
        { recordId: 2n ** 128n - 1n, recordCategory: '50% of_x' },
      )
      expect(await records('1')).toEqual([12n])
      expect(await records('RADIO')).toEqual([21n])
      expect(await records('ology')).toEqual([21n, 12n])
      expect(await records('3402')).toEqual([2n ** 128n - 1n])
      for (const wildcard of ['%', '_']) expect(await records(wildcard)).toEqual([2n ** 128n - 1n])
      expect(await records("'; drop table records; --")).toEqual([])
    })

    test('of categories are their own first, then the most used, each once', async () => {
      await save(
        { recordId: 1n, recordCategory: 'oncology' },
        { recordId: 2n, recordCategory: 'cardiology', physician: 'ST2' },
        { recordId: 3n, recordCategory: 'radiology', physician: 'ST2' },
        { recordId: 4n, recordCategory: 'radiology', physician: 'ST2' },
        { recordId: 5n, recordCategory: '', physician: 'ST1' },
        { recordId: 6n, recordCategory: 'Allergology', physician: 'ST2' },
      )
      expect(await categories('')).toEqual(['oncology', 'radiology', 'Allergology', 'cardiology'])
      expect(await categories('IO')).toEqual(['radiology', 'cardiology'])
      expect(await categories('', 1)).toEqual(['oncology'])
      expect(await categories('x')).toEqual([])
    })
  })
}
