import { describe, expect, test } from 'vitest'
import type { Alert, AlertFinding } from '../../src/model/Alert.ts'
import type { EventProjection, PrivilegeProjection, RecordProjection } from '../../src/model/Projection.ts'
import { sampleAlert } from '../samples/sampleAlert.ts'
import { sampleAlertFinding } from '../samples/sampleAlertFinding.ts'
import { sampleChanges } from '../samples/sampleChanges.ts'
import { sampleEvent } from '../samples/sampleEvent.ts'
import { sampleGrant } from '../samples/sampleGrant.ts'
import type { OpenedStore } from './OpenedStore.ts'
import { saveRequest } from './saveRequest.ts'
import { saveTransaction } from './saveTransaction.ts'

const HUGE = 2n ** 128n - 1n
const at = (minute: number) => new Date(Date.parse('2026-01-01T09:00:00.000Z') + minute * 60_000)
/** More than a statement has parameters. */
const MANY = 70_000
const list = <T>(length: number, toItem: (place: number) => T) =>
  Array.from({ length }, (_, place) => toItem(place))
const record = (overrides: Partial<RecordProjection> = {}): RecordProjection => ({
  recordId: 7n,
  physician: 'ST1',
  recordCategory: 'cardiology',
  dataVolume: 1000n,
  accessedVolume: 0n,
  createdAtHeight: 5n,
  activeRecord: true,
  ...overrides,
})
const privilege = (overrides: Partial<PrivilegeProjection> = {}): PrivilegeProjection => ({
  recordId: 7n,
  medicalStaff: 'ST2',
  accessLimit: 10n,
  usage: 0n,
  txid: '0x1',
  grantedAt: at(0),
  ...overrides,
})

export function testWatch(subject: () => OpenedStore): void {
  describe('what monitors ask of transactions', () => {
    test('which txids are ours, whatever became of them', async () => {
      const { store } = subject()
      await saveTransaction(store, { status: 'replaced', txid: '0x1' })
      await saveTransaction(store, { status: 'final', txid: '0x2' })
      await saveTransaction(store)
      expect((await store.findOwnTxids({ txids: ['0x2', '0x1', '0x3'] })).sort()).toEqual(['0x1', '0x2'])
      expect(await store.findOwnTxids({ txids: [] })).toEqual([])
      expect(
        await store.findOwnTxids({ txids: ['0x2', ...list(MANY, (place) => `0xnone${place}`)] }),
      ).toEqual(['0x2'])
    })

    test('what a signer has under way, with its request', async () => {
      const { store } = subject()
      const sent = await saveTransaction(store, { status: 'broadcast', txid: '0x1', nonce: 1n })
      await saveTransaction(store, { status: 'included', txid: '0x2', nonce: 2n })
      await saveTransaction(store)
      await saveTransaction(store, { status: 'signed', txid: '0x4', nonce: 1n, signer: 'ST404' })
      const underway = await store.listUnderway({ signer: sent.signer })
      expect(underway).toEqual([{ request: await store.getRequest(sent.requestId), transaction: sent }])
    })

    test('which took their last step long ago and are in no block', async () => {
      const { store } = subject()
      const queued = await saveTransaction(store, { createdAt: at(1) })
      const signed = await saveTransaction(store, {
        ...{ status: 'unknown', txid: '0x1', nonce: 1n, createdAt: at(0), signedAt: at(5) },
      })
      await saveTransaction(store, {
        ...{
          status: 'broadcast',
          txid: '0x2',
          nonce: 2n,
          createdAt: at(0),
          signedAt: at(1),
          broadcastAt: at(6),
        },
      })
      await saveTransaction(store, { status: 'included', txid: '0x3', nonce: 3n, createdAt: at(0) })
      await saveTransaction(store, { status: 'refused', createdAt: at(0) })
      expect(await store.listStuckTransactions({ until: at(5) })).toEqual([signed, queued])
      expect(await store.listStuckTransactions({ until: at(0) })).toEqual([])
    })

    test('who signed when, and the highest fee of their last ten', async () => {
      const { store } = subject()
      for (let minute = 1; minute <= 12; minute += 1) {
        await saveTransaction(store, {
          ...{
            status: 'final',
            txid: `0x${minute}`,
            nonce: BigInt(minute),
            signedAt: at(minute),
            signer: 'ST1',
          },
          fee: BigInt(100 - minute),
        })
      }
      await saveTransaction(store, {
        ...{ status: 'final', txid: '0xhuge', nonce: HUGE, signedAt: at(2), signer: 'ST2', fee: HUGE },
      })
      expect((await store.listSigners({ after: null, until: at(60) })).sort()).toEqual(['ST1', 'ST2'])
      expect(await store.listSigners({ after: at(2), until: at(60) })).toEqual(['ST1'])
      expect(await store.listSigners({ after: at(12), until: at(60) })).toEqual([])
      expect(await store.getSpending('ST1')).toEqual({ highestFee: 97n, signedAt: at(12) })
      expect(await store.getSpending('ST2')).toEqual({ highestFee: HUGE, signedAt: at(2) })
      expect(await store.getSpending('ST404')).toBeNull()
    })

    test('whose key was ever used', async () => {
      const { store } = subject()
      expect(await store.listAllSigners()).toEqual([])
      await store.transaction(async (unit) => {
        await unit.advanceSignerFence({ signer: 'ST2', fence: 0n })
        await unit.advanceSignerFence({ signer: 'ST1', fence: 0n })
      })
      expect((await store.listAllSigners()).sort()).toEqual(['ST1', 'ST2'])
    })
  })

  describe('what monitors ask of the projection', () => {
    test('the event of a name that stands before another one, also in its block', async () => {
      const { store } = subject()
      const toggle = (txid: string, blockHeight: number, eventIndex = 0): EventProjection =>
        sampleEvent({
          txid,
          blockHeight,
          eventIndex,
          value: { event: 'maintenance-enabled', chiefMedicalOfficer: 'ST1' },
        })
      const [first, second, third] = [toggle('0x1', 10), toggle('0x2', 11), toggle('0x2', 11, 1)]
      await store.transaction(async (unit) => {
        await unit.insertEvents([first, sampleEvent({ txid: '0x9', blockHeight: 10 }), second, third])
      })
      const names = ['maintenance-enabled']
      expect(await store.getEventBefore({ names, event: third })).toEqual(second)
      expect(await store.getEventBefore({ names, event: second })).toEqual(first)
      expect(await store.getEventBefore({ names, event: first })).toBeNull()
      expect(await store.getEventBefore({ names, event: toggle('0xnone', 1) })).toBeNull()
    })

    test('some records and their privileges', async () => {
      const { store } = subject()
      await store.transaction(async (unit) => {
        await unit.applyChanges(
          sampleChanges({
            created: [10n, 2n, 9n, HUGE].map((recordId) => record({ recordId })),
            granted: [
              ...[10n, 2n, 9n].map((recordId) => privilege({ recordId })),
              privilege({ recordId: 2n, medicalStaff: 'ST1' }),
            ],
          }),
        )
      })
      expect(await store.findRecords({ recordIds: [HUGE, 404n, 2n] })).toEqual([
        record({ recordId: 2n }),
        record({ recordId: HUGE }),
      ])
      expect(await store.findRecords({ recordIds: [] })).toEqual([])
      expect(await store.listPrivilegesOf({ recordIds: [10n, 2n, 404n] })).toEqual([
        privilege({ recordId: 2n, medicalStaff: 'ST1' }),
        privilege({ recordId: 2n }),
        privilege({ recordId: 10n }),
      ])
      expect(await store.listPrivilegesOf({ recordIds: [] })).toEqual([])
      const many = [HUGE, 2n, ...list(MANY, (place) => 1_000n + BigInt(place))]
      expect(await store.findRecords({ recordIds: many })).toHaveLength(2)
      expect(await store.listPrivilegesOf({ recordIds: many })).toHaveLength(2)
    })

    test('privileges granted in a window that nothing was drawn from, on active records', async () => {
      const { store } = subject()
      const early = privilege({ grantedAt: at(1) })
      const late = privilege({ medicalStaff: 'ST3', grantedAt: at(2) })
      await store.transaction(async (unit) => {
        await unit.applyChanges(
          sampleChanges({
            created: [record(), record({ recordId: 8n, activeRecord: false })],
            granted: [
              late,
              early,
              privilege({ medicalStaff: 'ST4', usage: 1n }),
              privilege({ recordId: 8n }),
            ],
          }),
        )
      })
      const physician = 'ST1'
      expect(await store.listUnusedPrivileges({ after: null, until: at(2) })).toEqual([
        { ...early, physician },
        { ...late, physician },
      ])
      expect(await store.listUnusedPrivileges({ after: at(1), until: at(9) })).toEqual([
        { ...late, physician },
      ])
      expect(await store.listUnusedPrivileges({ after: at(5), until: at(4) })).toEqual([])
    })
  })

  describe('what monitors ask of alerts', () => {
    test('which conditions of their rules hold, and which ended', async () => {
      const { store } = subject()
      const save = async (alert: Partial<Alert>, ...findings: Partial<AlertFinding>[]) => {
        const { id, rule, cause } = sampleAlert(alert)
        const saved = findings.map((finding) =>
          sampleAlertFinding({ kind: 'condition', alertId: id, rule, cause, ...finding }),
        )
        await store.transaction(async (unit) => {
          await unit.insertAlerts([sampleAlert(alert)])
          await unit.insertFindings(saved)
        })
        return saved
      }
      const [holds, ended] = await save(
        { id: 'a1', rule: 'grant-outlived' },
        { fingerprint: 'f1' },
        { fingerprint: 'f2', endedAt: at(1) },
        { fingerprint: 'f3', kind: 'happening' },
      )
      const [other] = await save(
        { id: 'a2', rule: 'balance-low', status: 'acknowledged' },
        { fingerprint: 'f4' },
      )
      await save(
        { id: 'a3', rule: 'record-drawn' },
        { fingerprint: 'f5' },
        { fingerprint: 'f6', endedAt: at(1) },
      )
      const [, over] = await save(
        { id: 'a4', rule: 'balance-low', cause: 'c4', status: 'resolved', resolvedAt: at(3) },
        { fingerprint: 'f7', kind: 'happening', endedAt: at(2) },
        { fingerprint: 'f8', endedAt: at(3) },
      )
      expect(await store.listHoldingFindings({ rules: ['grant-outlived', 'balance-low'] })).toEqual([
        holds,
        other,
      ])
      expect(await store.listHoldingFindings({ rules: ['grant-unused'] })).toEqual([])
      expect(await store.listHoldingFindings({ rules: [] })).toEqual([])
      const listEnded = (after: Date | null, until: Date) =>
        store.listEndedFindings({ rules: ['grant-outlived', 'balance-low'], after, until })
      expect(await listEnded(null, at(3))).toEqual([ended, over])
      expect(await listEnded(at(1), at(3))).toEqual([over])
      expect(await listEnded(at(0), at(2))).toEqual([ended])
      expect(await store.listEndedFindings({ rules: [], after: null, until: at(3) })).toEqual([])
    })
  })

  describe('what monitors ask of grants, requests and the audit', () => {
    test('active grants whose time ended in a window, also while they are being ended', async () => {
      const { store } = subject()
      const save = async (medicalStaff: string, endsAt: Date | null, terms = {}) => {
        const { id } = await saveRequest(store, { status: 'approved' })
        const grant = sampleGrant({ requestId: id, medicalStaff, endsAt, ...terms })
        await store.transaction((unit) => unit.setGrants({ recordId: 7n, medicalStaff, grants: [grant] }))
        return grant
      }
      const late = await save('ST2', at(3), { endRequestId: 'r9' })
      const early = await save('ST1', at(2))
      await save('ST3', at(2), { status: 'expired' })
      await save('ST4', null)
      await save('ST5', at(9))
      expect(await store.listGrantsEnding({ after: null, until: at(3) })).toEqual([early, late])
      expect(await store.listGrantsEnding({ after: at(2), until: at(3) })).toEqual([late])
    })

    test('requests that wait since some time', async () => {
      const { store } = subject()
      const late = await saveRequest(store, { createdAt: at(2), medicalStaff: 'ST2' })
      const early = await saveRequest(store, { createdAt: at(1), status: 'awaiting-consent', kind: 'revoke' })
      await saveRequest(store, { createdAt: at(1), status: 'approved' })
      await saveRequest(store, { createdAt: at(3), medicalStaff: 'ST3' })
      expect(await store.listWaitingRequests({ until: at(2) })).toEqual([early, late])
      expect(await store.listWaitingRequests({ until: at(0) })).toEqual([])
    })

    test('requests whose time ended undecided in a window', async () => {
      const { store } = subject()
      const late = await saveRequest(store, { approvalExpiresAt: at(2), medicalStaff: 'ST2' })
      const early = await saveRequest(store, { approvalExpiresAt: at(1), status: 'expired' })
      await saveRequest(store, { approvalExpiresAt: at(1), status: 'denied' })
      await saveRequest(store, { approvalExpiresAt: at(3), medicalStaff: 'ST3' })
      expect(await store.listUndecidedRequests({ after: null, until: at(2) })).toEqual([early, late])
      expect(await store.listUndecidedRequests({ after: at(1), until: at(2) })).toEqual([late])
    })

    test('what the audit says of some actions in a window', async () => {
      const { store } = subject()
      const entry = (minute: number, action: 'transaction-refused' | 'transaction-final') => ({
        ...{ at: at(minute), action, actor: null, account: null, requestId: 'r1', recordId: 7n },
        detail: { code: 'SUPERSEDED' },
      })
      await store.transaction(async (unit) => {
        for (const each of [
          entry(3, 'transaction-refused'),
          entry(1, 'transaction-refused'),
          entry(2, 'transaction-final'),
        ])
          await unit.appendAudit([each])
      })
      const actions = ['transaction-refused'] as const
      expect(await store.listAuditOf({ actions, after: null, until: at(3) })).toEqual([
        entry(1, 'transaction-refused'),
        entry(3, 'transaction-refused'),
      ])
      expect(await store.listAuditOf({ actions, after: at(1), until: at(2) })).toEqual([])
    })
  })
}
