import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { toAlertEvent } from '../../src/alerts/toAlertEvent.ts'
import type { Lane, Post } from '../../src/model/Post.ts'
import { sampleAlert } from '../samples/sampleAlert.ts'
import { sampleMessage } from '../samples/sampleMessage.ts'
import type { OpenedStore } from './OpenedStore.ts'
import { saveRequest } from './saveRequest.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 9, minutes))
const CLAIM = { now: at(10), staleBefore: at(9) }

export function testPosts(subject: () => OpenedStore): void {
  const add = (lane: Lane, post: Partial<Post> & { at?: Date } = {}) =>
    subject().store.transaction((unit) =>
      unit.addPosts([
        {
          id: post.id ?? randomUUID(),
          lane,
          kind: post.kind ?? 'thread',
          recipient: post.recipient ?? null,
          message: post.kind === 'card' || post.event ? null : (post.message ?? sampleMessage()),
          event: post.event ?? null,
          at: post.at ?? at(0),
        },
      ]),
    )
  const openLane = async (): Promise<Lane> => {
    const { id: requestId } = await saveRequest(subject().store, { status: 'approved' })
    return { subject: { requestId }, platform: 'slack' }
  }

  describe('posts', () => {
    test('come back with their message as it was written', async () => {
      const lane = await openLane()
      const message = sampleMessage({
        title: null,
        paragraphs: [[`“quotes” 'and' "these"\n\\u0041 🩺 ${'é'.repeat(10_240)}`], []],
      })
      await add(lane, { id: 'p1', kind: 'direct', recipient: 'ST2', message })
      expect(await subject().store.claimPost({ lane, ...CLAIM })).toEqual({
        id: 'p1',
        lane,
        kind: 'direct',
        recipient: 'ST2',
        message,
        event: null,
        ref: null,
        revision: 1,
        attempts: 1,
      })
    })

    test('the same id twice is an error', async () => {
      const lane = await openLane()
      await add(lane, { id: 'p1' })
      await expect(add(lane, { id: 'p1' })).rejects.toThrow()
    })

    test('belong to a request or an alert that exists', async () => {
      await expect(add({ subject: { requestId: 'nobody' }, platform: 'slack' })).rejects.toThrow()
      await expect(add({ subject: { alertId: 'nobody' }, platform: 'slack' })).rejects.toThrow()
    })

    test('of an alert go in a lane of their own', async () => {
      const { store } = subject()
      await store.transaction((unit) => unit.insertAlerts([sampleAlert({ id: 'a1' })]))
      const lane: Lane = { subject: { alertId: 'a1' }, platform: 'discord' }
      await add(lane, { id: 'p1', kind: 'alert' })
      expect(await store.listDueLanes({ ...CLAIM, limit: 10 })).toEqual([lane])
      expect(await store.claimPost({ lane, ...CLAIM })).toMatchObject({ id: 'p1', lane, kind: 'alert' })
    })

    test('of an alert tell of a step of its life, as it was', async () => {
      const { store } = subject()
      await store.transaction((unit) => unit.insertAlerts([sampleAlert({ id: 'a1' })]))
      const lane: Lane = { subject: { alertId: 'a1' }, platform: 'webhook' }
      const event = await store.transaction((unit) =>
        toAlertEvent(unit, {
          alert: sampleAlert({ id: 'a1' }),
          step: 'resolved',
          reason: 'monitor-switched-off',
          at: at(0),
          findings: 10,
        }),
      )
      await add(lane, { id: 'p1', kind: 'event', event })
      const post = await store.claimPost({ lane, ...CLAIM })
      expect(post).toMatchObject({ id: 'p1', lane, kind: 'event', message: null, event })
      const settle = () =>
        store.settlePost({ id: 'p1', attempts: 1, revision: 1, outcome: { sent: null }, at: at(10) })
      expect(await settle()).toBe(true)
      expect(await settle()).toBe(false)
      expect(await store.listDueLanes({ ...CLAIM, limit: 10 })).toEqual([])
      expect(await store.listDestinations({ alertId: 'a1' })).toEqual(['webhook'])
      expect(await store.listDestinations({ alertId: 'nobody' })).toEqual([])
    })

    test('an alert has one message on a platform', async () => {
      await subject().store.transaction((unit) => unit.insertAlerts([sampleAlert({ id: 'a1' })]))
      const lane: Lane = { subject: { alertId: 'a1' }, platform: 'slack' }
      await add(lane, { kind: 'alert' })
      await expect(add(lane, { kind: 'alert' })).rejects.toThrow()
      await add({ ...lane, platform: 'discord' }, { kind: 'alert' })
      const request = await openLane()
      await expect(add(request, { kind: 'alert' })).rejects.toThrow()
    })

    test('a request has one card on a platform', async () => {
      const lane = await openLane()
      await add(lane, { kind: 'card' })
      await expect(add(lane, { kind: 'card' })).rejects.toThrow()
      await add({ ...lane, platform: 'discord' }, { kind: 'card' })
    })

    test('a card stands nowhere until it was posted', async () => {
      const { store } = subject()
      const lane = await openLane()
      if (!('requestId' in lane.subject)) throw new Error('The lane is not of a request.')
      const { requestId } = lane.subject
      const card = () => store.getCard({ requestId, platform: 'slack' })
      expect(await card()).toBeNull()
      await add(lane, { id: 'c1', kind: 'card' })
      expect(await card()).toBeNull()
      const ref = { platform: 'slack', workspace: 'T1', channel: 'C1', messageId: '1.000100' } as const
      await store.claimPost({ lane, ...CLAIM })
      await store.settlePost({ id: 'c1', attempts: 1, revision: 1, outcome: { sent: ref }, at: at(10) })
      expect(await card()).toEqual(ref)
      expect(await store.getCard({ requestId, platform: 'discord' })).toBeNull()
    })

    test('touching marks the cards of the request on every platform, and nothing else', async () => {
      const { store } = subject()
      const slack = await openLane()
      const discord: Lane = { ...slack, platform: 'discord' }
      const other = await openLane()
      for (const lane of [slack, discord, other]) await add(lane, { kind: 'card' })
      await add(slack, { id: 'thread' })
      for (const lane of [slack, slack, discord, other]) {
        const post = await store.claimPost({ lane, ...CLAIM })
        if (post === null) throw new Error('Nothing to send.')
        const ref = { platform: 'slack', workspace: 'T1', channel: 'C1', messageId: post.id } as const
        await store.settlePost({ ...post, outcome: { sent: ref }, at: at(10) })
      }
      expect(await store.listDueLanes({ ...CLAIM, limit: 10 })).toEqual([])
      const requestId = 'requestId' in slack.subject ? slack.subject.requestId : ''
      await store.transaction((unit) => unit.touchCards({ requestId, at: at(11) }))
      const due = await store.listDueLanes({ now: at(12), staleBefore: at(11), limit: 10 })
      expect(due).toHaveLength(2)
      expect(due).toEqual(expect.arrayContaining([slack, discord]))
      const card = await store.claimPost({ lane: slack, now: at(12), staleBefore: at(11) })
      expect(card).toMatchObject({ kind: 'card', revision: 2, attempts: 2, ref: { channel: 'C1' } })
    })

    test('touching a request without a card is harmless', async () => {
      const { store } = subject()
      await store.transaction((unit) => unit.touchCards({ requestId: 'nobody', at: at(0) }))
      expect(await store.listDueLanes({ ...CLAIM, limit: 10 })).toEqual([])
    })

    test('lanes are due longest due first, and no more than asked for', async () => {
      const { store } = subject()
      const [second, first, later] = [await openLane(), await openLane(), await openLane()]
      await add(second, { at: at(5) })
      await add(first, { at: at(4) })
      await add(first, { at: at(1) })
      await add(later, { at: at(11) })
      expect(await store.listDueLanes({ ...CLAIM, limit: 10 })).toEqual([first, second])
      expect(await store.listDueLanes({ ...CLAIM, limit: 1 })).toEqual([first])
    })

    test('lanes of platforms that were not asked for leave room for the others', async () => {
      const { store } = subject()
      const slack = await openLane()
      const discord = { ...slack, platform: 'discord' } as const
      await add(slack, { at: at(1) })
      await add(discord, { at: at(2) })
      const list = (platforms: Lane['platform'][]) => store.listDueLanes({ ...CLAIM, platforms, limit: 1 })
      expect(await list([slack.platform])).toEqual([slack])
      expect(await list(['discord'])).toEqual([discord])
      expect(await list([])).toEqual([])
    })

    test('a card goes first even when it was added last, and the lane is due when the card is', async () => {
      const { store } = subject()
      const lane = await openLane()
      await add(lane, { id: 'thread', at: at(1) })
      await add(lane, { id: 'card', kind: 'card', at: at(5) })
      const early = { now: at(4), staleBefore: at(0) }
      expect(await store.listDueLanes({ ...early, limit: 10 })).toEqual([])
      expect(await store.claimPost({ lane, ...early })).toBeNull()
      const later = { now: at(5), staleBefore: at(0) }
      expect(await store.listDueLanes({ ...later, limit: 10 })).toEqual([lane])
      expect((await store.claimPost({ lane, ...later }))?.id).toBe('card')
    })

    test('a lane is due exactly when one of its posts can be claimed', async () => {
      const { store } = subject()
      const lane = await openLane()
      await add(lane, { id: 'p1', at: at(5) })
      await add(lane, { id: 'p2', at: at(1) })
      const isDue = async (now: Date, staleBefore: Date) => {
        const lanes = await store.listDueLanes({ now, staleBefore, limit: 10 })
        return lanes.length > 0
      }
      expect(await isDue(at(4), at(0))).toBe(false)
      expect(await store.claimPost({ lane, now: at(4), staleBefore: at(0) })).toBeNull()
      expect(await isDue(at(5), at(0))).toBe(true)
      await store.claimPost({ lane, now: at(6), staleBefore: at(0) })
      expect(await isDue(at(7), at(5))).toBe(false)
      expect(await isDue(at(7), at(6))).toBe(true)
    })
  })
}
