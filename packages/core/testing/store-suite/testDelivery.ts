import { describe, expect, test } from 'vitest'
import type { PostOutcome } from '../../src/ports/Store.ts'
import { sampleAlert } from '../samples/sampleAlert.ts'
import { sampleMessage } from '../samples/sampleMessage.ts'
import type { OpenedStore } from './OpenedStore.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 9, minutes))

export function testDelivery(subject: () => OpenedStore): void {
  const lane = { subject: { principal: 'ST2' }, platform: 'slack' } as const
  const add = (id: string, minutes: number) =>
    subject().store.transaction((unit) =>
      unit.addPosts([
        { id, lane, kind: 'direct', recipient: 'ST2', message: sampleMessage(), at: at(minutes) },
      ]),
    )
  const settle = async (outcome: PostOutcome, minutes: number) => {
    const post = await subject().store.claimPost({ lane, now: at(minutes), staleBefore: at(0) })
    await subject().store.settlePost({
      id: post?.id ?? '',
      attempts: post?.attempts ?? 0,
      revision: post?.revision ?? 0,
      outcome,
      at: at(minutes),
    })
  }

  describe('how telling people fares', () => {
    test('is nothing to tell of where all was sent', async () => {
      expect(await subject().store.summarizePosts({ failedSince: at(0) })).toEqual([])
      await add('p1', 1)
      const ref = { platform: 'slack', workspace: 'T1', channel: 'C1', messageId: '1' } as const
      await settle({ sent: ref }, 2)
      expect(await subject().store.summarizePosts({ failedSince: at(0) })).toEqual([])
    })

    test('says what waits since when, what was given up, and why', async () => {
      await add('p1', 1)
      await add('p2', 2)
      await add('p3', 3)
      await settle({ failed: 'No such channel.' }, 4)
      const [summary, ...others] = await subject().store.summarizePosts({ failedSince: at(0) })
      expect(others).toEqual([])
      expect(summary).toEqual({
        platform: 'slack',
        waiting: 2,
        waitsSince: at(2),
        failed: 1,
        error: 'No such channel.',
      })
      expect(await subject().store.summarizePosts({ failedSince: at(5) })).toMatchObject([
        { waiting: 2, failed: 0, error: null },
      ])
      await settle({ retryAt: at(9), error: 'Slack asks to slow down.' }, 6)
      expect(await subject().store.summarizePosts({ failedSince: at(0) })).toMatchObject([
        { waiting: 2, failed: 1, error: 'Slack asks to slow down.' },
      ])
    })

    test('counts an edit of what was told from the edit on, and one of what waits already not at all', async () => {
      const { store } = subject()
      const alertId = 'a1'
      const card = { subject: { alertId }, platform: 'slack' } as const
      const ref = { platform: 'slack', workspace: 'T1', channel: 'C1', messageId: '1' } as const
      const touch = (minutes: number) =>
        store.transaction((unit) => unit.touchCards({ alertId, at: at(minutes) }))
      await store.transaction(async (unit) => {
        await unit.insertAlerts([sampleAlert({ id: alertId })])
        await unit.addPosts([
          {
            id: 'p1',
            lane: card,
            kind: 'alert',
            recipient: null,
            message: sampleMessage(),
            at: at(2),
          },
        ])
      })
      const waitsSince = async () => (await store.summarizePosts({ failedSince: at(0) }))[0]?.waitsSince
      await touch(3)
      expect(await waitsSince()).toEqual(at(2))
      const post = await store.claimPost({ lane: card, now: at(4), staleBefore: at(0) })
      const { attempts = 0, revision = 0 } = post ?? {}
      await store.settlePost({ id: 'p1', attempts, revision, outcome: { sent: ref }, at: at(4) })
      await touch(9)
      await touch(11)
      expect(await waitsSince()).toEqual(at(9))
    })

    test('counts open alerts by severity', async () => {
      const { store } = subject()
      await store.transaction(async (unit) => {
        await unit.insertAlerts([sampleAlert({ id: 'a1', cause: 'a' })])
        await unit.insertAlerts([sampleAlert({ id: 'a2', cause: 'b', status: 'acknowledged' })])
        await unit.insertAlerts([sampleAlert({ id: 'a3', cause: 'c', severity: 'warning' })])
        await unit.insertAlerts([sampleAlert({ id: 'a4', cause: 'd', status: 'resolved' })])
        await unit.insertAlerts([sampleAlert({ id: 'a5', cause: 'e', status: 'pending' })])
      })
      expect(await store.countOpenAlertsBySeverity()).toEqual({ info: 0, warning: 1, critical: 2 })
    })
  })
}
