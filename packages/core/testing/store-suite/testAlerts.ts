import { describe, expect, test } from 'vitest'
import type { Alert, AlertFinding } from '../../src/model/Alert.ts'
import type { Silence } from '../../src/model/Silence.ts'
import { sampleAlert } from '../samples/sampleAlert.ts'
import { sampleAlertFinding } from '../samples/sampleAlertFinding.ts'
import { sampleMessage } from '../samples/sampleMessage.ts'
import type { OpenedStore } from './OpenedStore.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 9, minutes))

export function testAlerts(subject: () => OpenedStore): void {
  const save = async (alert: Partial<Alert> = {}, ...findings: Partial<AlertFinding>[]) => {
    const saved = sampleAlert(alert)
    await subject().store.transaction(async (unit) => {
      await unit.insertAlerts([saved])
      const { rule, cause, id: alertId } = saved
      await unit.insertFindings(findings.map((one) => sampleAlertFinding({ alertId, rule, cause, ...one })))
    })
    return saved
  }
  const ids = (alerts: readonly Alert[]) => alerts.map(({ id }) => id)
  const prints = (findings: readonly AlertFinding[]) => findings.map(({ fingerprint }) => fingerprint)

  describe('alerts', () => {
    test('come back as they were saved, and as they are now', async () => {
      const { store } = subject()
      const alert = await save({
        cause: `“a” 🩺 ${'x'.repeat(2_000)}`,
        silencedUntil: at(9),
        silenceReason: 'x',
      })
      expect(await store.getAlert(alert.id)).toEqual(alert)
      expect(await store.getAlert('nobody')).toBeNull()
      const resolved: Alert = {
        ...alert,
        severity: 'info',
        status: 'resolved',
        acknowledgedAt: at(1),
        acknowledgedBy: 'ST1',
        resolvedAt: at(2),
        silencedUntil: null,
        silenceReason: null,
        inhibitedBy: 'chain-unreachable',
        toldSeverity: 'warning',
        dueAt: at(3),
        movedAt: at(4),
      }
      await store.transaction((unit) => unit.updateAlert(resolved))
      expect(await store.getAlert(alert.id)).toEqual(resolved)
      await expect(
        store.transaction((unit) => unit.updateAlert(sampleAlert({ id: 'nobody', status: 'resolved' }))),
      ).rejects.toThrow()
    })

    test('of one rule and cause are open once', async () => {
      const { store } = subject()
      const first = await save({ id: 'a1', status: 'pending' })
      await expect(save({ id: 'a2' })).rejects.toThrow()
      await save({ id: 'a3', cause: 'another' })
      await save({ id: 'a4', rule: 'unsanctioned-revoke' })
      await store.transaction((unit) => unit.updateAlert({ ...first, status: 'resolved' }))
      await save({ id: 'a5' })
      const { rule, cause } = first
      const lock = (...of: Pick<Alert, 'rule' | 'cause'>[]) =>
        store.transaction((unit) => unit.lockAlerts(of))
      expect(await lock({ rule, cause })).toMatchObject([{ id: 'a5' }])
      expect(await lock({ rule, cause: 'none' })).toEqual([])
      expect(await lock()).toEqual([])
      const two = await lock({ rule, cause }, { rule, cause: 'none' }, { rule: 'unsanctioned-revoke', cause })
      expect(ids(two).sort()).toEqual(['a4', 'a5'])
    })

    test('are many at once, each with its message and its evidence', async () => {
      const { store } = subject()
      const many = Array.from({ length: 2_500 }, (_, place) =>
        sampleAlert({ id: `a${place}`, cause: `c${place}` }),
      )
      await store.transaction(async (unit) => {
        await unit.insertAlerts(many)
        await unit.addPosts(
          many.map(({ id: alertId }) => ({
            id: `alert-${alertId}`,
            lane: { subject: { alertId }, platform: 'slack' as const },
            kind: 'alert' as const,
            recipient: null,
            message: null,
            at: at(0),
          })),
        )
        await unit.appendAudit(
          many.map(({ id: alertId }) => ({
            at: at(0),
            action: 'alert-raised' as const,
            actor: null,
            account: null,
            requestId: null,
            recordId: null,
            detail: { alertId },
          })),
        )
        await unit.insertAlerts([])
        await unit.addPosts([])
        await unit.appendAudit([])
      })
      expect(await store.countOpenAlerts()).toBe(2_500)
      expect(await store.listDestinations({ alertId: 'a2499' })).toEqual(['slack'])
      expect(await store.listAudit({ limit: 10_000 })).toHaveLength(2_500)
      const others = Array.from({ length: 20_000 }, (_, place) => sampleAlert({ cause: `none${place}` }))
      expect(await store.transaction((unit) => unit.lockAlerts([...many, ...others]))).toHaveLength(2_500)
    })

    test('of two units that open the same at once one waits and finds it', async () => {
      const { store } = subject()
      for (let round = 0; round < 20; round++) {
        const cause = `c${round}`
        const opened = await Promise.all(
          ['a', 'b', 'c'].map((name) =>
            store.transaction(async (unit) => {
              const [open] = await unit.lockAlerts([{ rule: 'unsanctioned-grant', cause }])
              if (open === undefined) await unit.insertAlerts([sampleAlert({ id: `${name}${round}`, cause })])
              return open === undefined
            }),
          ),
        )
        expect(opened.filter((isFirst) => isFirst)).toHaveLength(1)
      }
    })

    test('are listed newest first, of any status or of some', async () => {
      const { store } = subject()
      await save({ id: 'middle', cause: '1', startedAt: at(2) })
      await save({ id: 'old', cause: '2', startedAt: at(1), status: 'pending' })
      await save({ id: 'new', cause: '3', startedAt: at(3), status: 'resolved' })
      await save({ id: 'newest', cause: '4', startedAt: at(3), status: 'acknowledged' })
      expect(ids(await store.listAlerts({ limit: 10 }))).toEqual(['newest', 'new', 'middle', 'old'])
      expect(ids(await store.listAlerts({ limit: 2 }))).toEqual(['newest', 'new'])
      const status = ['resolved', 'pending'] as const
      expect(ids(await store.listAlerts({ status, limit: 10 }))).toEqual(['new', 'old'])
    })

    test('that are open are listed most severe first, then oldest first', async () => {
      const { store } = subject()
      await save({ id: 'info', cause: '1', severity: 'info', startedAt: at(0) })
      await save({ id: 'late', cause: '2', severity: 'critical', startedAt: at(2), status: 'acknowledged' })
      await save({ id: 'early', cause: '3', severity: 'critical', startedAt: at(1) })
      await save({ id: 'warning', cause: '4', severity: 'warning' })
      await save({ id: 'pending', cause: '5', status: 'pending' })
      await save({ id: 'over', cause: '6', status: 'resolved' })
      expect(ids(await store.listOpenAlerts({ limit: 10 }))).toEqual(['early', 'late', 'warning', 'info'])
      expect(ids(await store.listOpenAlerts({ limit: 1 }))).toEqual(['early'])
      expect(await store.countOpenAlerts()).toBe(4)
    })

    test('name the rules that are open, out of those that are asked for', async () => {
      const { store } = subject()
      await save({ id: 'a1', rule: 'maintenance-began' })
      await save({ id: 'a2', rule: 'chain-unreachable', status: 'pending' })
      await save({ id: 'a3', rule: 'chain-stale', status: 'acknowledged' })
      await save({ id: 'a4', rule: 'chain-stale', cause: 'other', status: 'acknowledged' })
      const rules = ['maintenance-began', 'chain-unreachable', 'chain-stale'] as const
      expect(await store.listOpenRules({ rules })).toEqual(['chain-stale', 'maintenance-began'])
      expect(await store.listOpenRules({ rules: ['chain-unreachable'] })).toEqual([])
      expect(await store.listOpenRules({ rules: [] })).toEqual([])
    })

    test('are due by their time, by a clock that was set back, or when nothing inhibits them any more', async () => {
      const { store } = subject()
      await save({ id: 'later', cause: '1', dueAt: at(6) })
      await save({ id: 'second', cause: '2', dueAt: at(5) })
      await save({ id: 'first', cause: '3', dueAt: at(4) })
      await save({ id: 'over', cause: '4', dueAt: at(4), status: 'resolved' })
      await save({ id: 'ahead', cause: '5', movedAt: at(7) })
      await save({ id: 'slightly', cause: '6', movedAt: at(6) })
      await save({ id: 'inhibited', cause: '7', inhibitedBy: 'maintenance-began' })
      await save({ id: 'free', cause: '8', inhibitedBy: 'chain-unreachable' })
      await save({ id: 'inhibitor', cause: '9', rule: 'maintenance-began', status: 'acknowledged' })
      await save({ id: 'no-inhibitor', cause: '10', rule: 'chain-unreachable', status: 'pending' })
      const due = (limit: number, beyond: Alert | null = null) =>
        store.listDueAlerts({ now: at(5), toleranceMs: 60_000, beyond, limit })
      const all = await due(10)
      expect(ids(all)).toEqual(['first', 'second', 'ahead', 'free'])
      expect(ids(await due(1))).toEqual(['first'])
      for (const [index, alert] of all.entries()) expect(await due(10, alert)).toEqual(all.slice(index + 1))
    })
  })

  describe('the findings of an alert', () => {
    test('come back as they were saved, in their order', async () => {
      const { store } = subject()
      const { id: alertId, rule, cause } = await save()
      const findings = [
        sampleAlertFinding({
          fingerprint: 'b',
          recordId: 2n ** 128n - 1n,
          stage: 'pending',
          raisesAt: at(9),
        }),
        sampleAlertFinding({
          fingerprint: 'a',
          recordId: null,
          txid: null,
          kind: 'condition',
          endedAt: at(3),
        }),
        sampleAlertFinding({ fingerprint: 'c', summary: `“s” 🩺 ${'x'.repeat(10_240)}` }),
      ].map((finding) => ({ ...finding, alertId, rule, cause }))
      expect(await store.transaction((unit) => unit.insertFindings(findings))).toEqual(findings)
      expect(await store.listAlertFindings({ alertId })).toEqual(findings)
      expect(prints(await store.listAlertFindings({ alertId, limit: 1 }))).toEqual(['b'])
      expect(prints(await store.listAlertFindings({ alertId, holding: true }))).toEqual(['b', 'c'])
      const newest = (limit?: number) =>
        store.listAlertFindings({ alertId, newest: true, ...(limit === undefined ? {} : { limit }) })
      expect(prints(await newest(2))).toEqual(['a', 'c'])
      expect(prints(await newest(9))).toEqual(['b', 'a', 'c'])
      expect(prints(await newest())).toEqual(['b', 'a', 'c'])
      expect(await newest(0)).toEqual([])
      expect(prints(await store.listAlertFindings({ alertId, raised: true }))).toEqual(['a', 'c'])
      expect(await store.countAlertFindings({ alertId, raised: true, holding: true })).toBe(1)
      expect(await store.countAlertFindings({ alertId })).toBe(3)
      expect(await store.countAlertFindings({ alertId, holding: true })).toBe(2)
      expect(await store.listAlertFindings({ alertId: 'nobody' })).toEqual([])
    })

    test('are many at once', async () => {
      const { store } = subject()
      const { id: alertId } = await save()
      const many = Array.from({ length: 2_500 }, (_, index) =>
        sampleAlertFinding({ alertId, fingerprint: `f${index}` }),
      )
      expect(await store.transaction((unit) => unit.insertFindings(many))).toHaveLength(2_500)
      const fingerprints = [...prints(many), ...Array.from({ length: 70_000 }, (_, index) => `none${index}`)]
      expect(await store.findFindings({ fingerprints })).toHaveLength(2_500)
      expect(await store.findFindings({ fingerprints: [] })).toEqual([])
      const patch = { endedAt: at(5) }
      await store.transaction((unit) => unit.updateFindings({ alertId, fingerprints, patch }))
      expect(await store.countAlertFindings({ alertId, holding: true })).toBe(0)
    })

    test('are kept once: a happening for ever, a condition while it holds', async () => {
      const { store } = subject()
      const { id: alertId } = await save(
        {},
        { fingerprint: 'happened', kind: 'happening', endedAt: at(1) },
        { fingerprint: 'held', kind: 'condition', endedAt: at(1) },
        { fingerprint: 'holds', kind: 'condition' },
      )
      const fingerprints = ['happened', 'held', 'holds']
      expect(prints(await store.findFindings({ fingerprints }))).toEqual(['happened', 'holds'])
      const again = [
        sampleAlertFinding({ alertId, fingerprint: 'happened', kind: 'happening' }),
        sampleAlertFinding({ alertId, fingerprint: 'held', kind: 'condition' }),
        sampleAlertFinding({ alertId, fingerprint: 'holds', kind: 'condition' }),
      ]
      const inserted = await store.transaction((unit) => unit.insertFindings(again))
      expect(prints(inserted)).toEqual(['held'])
      expect(await store.countAlertFindings({ alertId })).toBe(4)
    })

    test('of two units that find the same at once one keeps it', async () => {
      const { store } = subject()
      await save({ id: 'a1', cause: '1' })
      await save({ id: 'a2', cause: '2' })
      for (let round = 0; round < 20; round++) {
        const inserted = await Promise.all(
          ['a1', 'a2'].map((alertId) =>
            store.transaction((unit) =>
              unit.insertFindings([sampleAlertFinding({ alertId, fingerprint: `f${round}` })]),
            ),
          ),
        )
        expect(inserted.flat()).toHaveLength(1)
      }
    })

    test('change while they hold, those that are named or all', async () => {
      const { store } = subject()
      const { id: alertId } = await save(
        {},
        { fingerprint: 'a', stage: 'pending' },
        { fingerprint: 'b', stage: 'pending' },
        { fingerprint: 'c', stage: 'pending', endedAt: at(1), kind: 'condition' },
      )
      await save({ id: 'other', cause: 'other' }, { fingerprint: 'd', stage: 'pending' })
      const change = (fingerprints?: string[]) =>
        store.transaction((unit) =>
          unit.updateFindings({
            alertId,
            ...(fingerprints === undefined ? {} : { fingerprints }),
            patch: fingerprints === undefined ? { endedAt: at(5) } : { stage: 'raised', severity: 'info' },
          }),
        )
      await change([])
      await change(['b', 'c', 'd'])
      const read = async () =>
        (await store.listAlertFindings({ alertId })).map(({ stage, severity, endedAt }) => [
          stage,
          severity,
          endedAt,
        ])
      expect(await read()).toEqual([
        ['pending', 'critical', null],
        ['raised', 'info', null],
        ['pending', 'critical', at(1)],
      ])
      await change()
      expect((await read()).map(([, , endedAt]) => endedAt)).toEqual([at(5), at(5), at(1)])
      expect(await store.countAlertFindings({ alertId: 'other', holding: true })).toBe(1)
    })

    test('are told with what made them more severe', async () => {
      const { store } = subject()
      const { id: alertId } = await save(
        {},
        { fingerprint: 'a', kind: 'condition', severity: 'info', at: at(1) },
        { fingerprint: 'b', kind: 'condition', severity: 'info', at: at(1) },
      )
      const [, other] = await store.listAlertFindings({ alertId })
      const change = (patch: Partial<AlertFinding>) =>
        store.transaction((unit) => unit.updateFindings({ alertId, fingerprints: ['a'], patch }))
      const worse = {
        severity: 'warning',
        subject: 'record 8',
        summary: 'All of it is drawn.',
        txid: `0x${'8'.repeat(64)}`,
        at: at(5),
      } as const
      await change(worse)
      expect(await store.listAlertFindings({ alertId })).toMatchObject([worse, other])
      await change({ txid: null })
      expect(await store.listAlertFindings({ alertId })).toMatchObject([{ ...worse, txid: null }, other])
    })

    test('belong to an alert that exists', async () => {
      const insert = subject().store.transaction((unit) =>
        unit.insertFindings([sampleAlertFinding({ alertId: 'nobody' })]),
      )
      await expect(insert).rejects.toThrow()
    })
  })

  describe('a silence', () => {
    test('is of a rule and cause, and takes the place of the one before', async () => {
      const { store } = subject()
      const of = { rule: 'grant-unused', cause: '7' } as const
      expect(await store.getSilence(of)).toBeNull()
      const silence: Silence = { ...of, until: at(9), reason: 'rounds', silencedBy: 'ST1', at: at(0) }
      for (const each of [silence, { ...silence, until: at(5), silencedBy: null }]) {
        await store.transaction((unit) => unit.putSilence(each))
        expect(await store.getSilence(of)).toEqual(each)
      }
      expect(await store.listSilences({ now: at(4) })).toEqual([
        { ...silence, until: at(5), silencedBy: null },
      ])
      expect(await store.listSilences({ now: at(5) })).toEqual([])
      expect(await store.getSilence({ ...of, cause: '8' })).toBeNull()
      await store.transaction((unit) => unit.deleteSilence(of))
      expect(await store.getSilence(of)).toBeNull()
    })
  })

  describe('the message of an alert', () => {
    test('is found once it was posted, and sent again when it is out of date', async () => {
      const { store } = subject()
      const { id: alertId } = await save()
      const lane = { subject: { alertId }, platform: 'slack' } as const
      const claim = () => store.claimPost({ lane, now: at(10), staleBefore: at(9) })
      await store.transaction((unit) =>
        unit.addPosts([
          { id: 'p1', lane, kind: 'alert', recipient: null, message: sampleMessage(), at: at(0) },
        ]),
      )
      const find = () => store.getCard({ alertId, platform: 'slack' })
      expect(await find()).toBeNull()
      const ref = { platform: 'slack', workspace: 'T1', channel: 'C1', messageId: '1.1' } as const
      const post = await claim()
      await store.settlePost({
        id: 'p1',
        attempts: post?.attempts ?? 0,
        revision: post?.revision ?? 0,
        outcome: { sent: ref },
        at: at(10),
      })
      expect(await find()).toEqual(ref)
      expect(await store.getCard({ alertId, platform: 'discord' })).toBeNull()
      expect(await claim()).toBeNull()
      await store.transaction((unit) => unit.touchCards({ alertId, at: at(10) }))
      expect(await claim()).toMatchObject({ id: 'p1', ref, revision: 2 })
    })
  })
}
