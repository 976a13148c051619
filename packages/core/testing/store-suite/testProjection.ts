import { describe, expect, test } from 'vitest'
import type { RecordProjection } from '../../src/model/Projection.ts'
import { sampleChanges } from '../samples/sampleChanges.ts'
import type { OpenedStore } from './OpenedStore.ts'

const HUGE = 2n ** 128n - 1n

export function testProjection(subject: () => OpenedStore): void {
  const record = (overrides: Partial<RecordProjection> = {}): RecordProjection => ({
    recordId: 7n,
    physician: 'ST1',
    recordCategory: 'Radiology',
    dataVolume: HUGE,
    accessedVolume: 0n,
    createdAtHeight: HUGE,
    activeRecord: true,
    ...overrides,
  })
  const save = (...records: RecordProjection[]) =>
    subject().store.transaction(async (unit) => {
      await unit.applyChanges(sampleChanges({ created: records }))
    })

  describe('records', () => {
    test('come back as they were saved', async () => {
      const { store } = subject()
      await save(record({ recordId: HUGE, accessedVolume: HUGE, recordCategory: `“'quotes'”` }))
      expect(await store.getRecord(HUGE)).toEqual(
        record({ recordId: HUGE, accessedVolume: HUGE, recordCategory: `“'quotes'”` }),
      )
      expect(await store.getRecord(1n)).toBeNull()
    })

    test('the same id twice is the first one', async () => {
      const { store } = subject()
      await save(record())
      await save(record({ physician: 'ST2' }))
      expect(await store.getRecord(7n)).toEqual(record())
    })

    test('are listed by descending number, in pages, of everybody or of one physician', async () => {
      const { store } = subject()
      const ids = [2n, 10n, 9n, 1n, 100n]
      await save(...ids.map((recordId) => record({ recordId, physician: recordId > 9n ? 'ST1' : 'ST2' })))
      const list = async (options: { physician?: string; offset?: number; limit?: number }) =>
        (await store.listRecords({ offset: 0, limit: 10, ...options })).map(({ recordId }) => recordId)
      expect(await list({})).toEqual([100n, 10n, 9n, 2n, 1n])
      expect(await list({ offset: 1, limit: 2 })).toEqual([10n, 9n])
      expect(await list({ offset: 5 })).toEqual([])
      expect(await list({ physician: 'ST2' })).toEqual([9n, 2n, 1n])
      expect(await list({ physician: 'ST2', offset: 2 })).toEqual([1n])
      expect(await store.countRecords({})).toBe(5)
      expect(await store.countRecords({ physician: 'ST1' })).toBe(2)
      expect(await store.countRecords({ physician: 'ST404' })).toBe(0)
    })
  })

  describe('privileges', () => {
    const privilege = {
      recordId: 7n,
      medicalStaff: 'ST2',
      accessLimit: HUGE,
      usage: 0n,
      txid: '0x1',
      grantedAt: new Date('2026-01-01T09:00:00.001Z'),
    }

    test('come back, and are replaced by a newer grant', async () => {
      const { store } = subject()
      await store.transaction((unit) => unit.applyChanges(sampleChanges({ granted: [privilege] })))
      expect(await store.getPrivilege(privilege)).toEqual(privilege)
      const newer = { ...privilege, accessLimit: 5n, usage: 1n, txid: '0x2', grantedAt: new Date(0) }
      await store.transaction((unit) => unit.applyChanges(sampleChanges({ granted: [newer] })))
      expect(await store.listPrivileges(7n)).toEqual([newer])
    })

    test('are listed for their record, in a stable order', async () => {
      const { store } = subject()
      const put = (medicalStaff: string, recordId = 7n) => ({ ...privilege, medicalStaff, recordId })
      await store.transaction(async (unit) => {
        await unit.applyChanges(sampleChanges({ granted: [put('ST3'), put('ST1'), put('ST2', 8n)] }))
      })
      expect(await store.listPrivileges(7n)).toEqual([put('ST1'), put('ST3')])
      expect(await store.listPrivileges(9n)).toEqual([])
    })
  })
}
