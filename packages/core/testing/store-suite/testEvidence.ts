import { describe, expect, test } from 'vitest'
import type { AuditEntry } from '../../src/model/AuditEntry.ts'
import type { OpenedStore } from './OpenedStore.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 9, minutes))

export function testEvidence(subject: () => OpenedStore): void {
  describe('the audit', () => {
    const entry = (overrides: Partial<AuditEntry> = {}): AuditEntry => ({
      at: at(0),
      action: 'request-submitted',
      actor: 'ST1',
      account: { platform: 'slack', workspace: 'T1', userId: 'U1' },
      requestId: 'r1',
      recordId: 7n,
      detail: { reason: `“Night”\n'cover' 🩺 ${'x'.repeat(10_240)}` },
      ...overrides,
    })

    test('keeps entries as they were written, in their order', async () => {
      const { store } = subject()
      const entries = [
        entry(),
        entry({ actor: null, account: null, requestId: null, recordId: null, detail: {}, at: at(9) }),
        entry({ action: 'transaction-signed', recordId: 2n ** 128n - 1n, at: at(3) }),
      ]
      for (const each of entries) await store.transaction((unit) => unit.appendAudit([each]))
      expect(await store.listAudit({ limit: 10 })).toEqual(entries)
      expect(await store.listAudit({ limit: 2 })).toEqual(entries.slice(0, 2))
    })

    test('is found by request and by record', async () => {
      const { store } = subject()
      const mine = entry()
      const otherRequest = entry({ requestId: 'r2' })
      const otherRecord = entry({ recordId: 8n })
      for (const each of [mine, otherRequest, otherRecord])
        await store.transaction((unit) => unit.appendAudit([each]))
      expect(await store.listAudit({ requestId: 'r1', limit: 10 })).toEqual([mine, otherRecord])
      expect(await store.listAudit({ recordId: 7n, limit: 10 })).toEqual([mine, otherRequest])
      expect(await store.listAudit({ requestId: 'r1', recordId: 7n, limit: 10 })).toEqual([mine])
      expect(await store.listAudit({ requestId: 'r404', limit: 10 })).toEqual([])
    })

    test('forgets what a failed unit of work wrote', async () => {
      const { store } = subject()
      const failing = store.transaction(async (unit) => {
        await unit.appendAudit([entry()])
        throw new Error('lost')
      })
      await expect(failing).rejects.toThrow('lost')
      expect(await store.listAudit({ limit: 10 })).toEqual([])
    })
  })

  describe('the chain binding', () => {
    test('is absent at first and then what was set last', async () => {
      const { store } = subject()
      expect(await store.getChainBinding()).toBeNull()
      for (const deployTxid of ['0x1', '0x2']) {
        const binding = { network: 'devnet', contract: 'ST1.medvault', deployTxid, installedAtHeight: 3 }
        await store.transaction((unit) => unit.setChainBinding(binding))
        expect(await store.getChainBinding()).toEqual(binding)
      }
    })
  })
}
