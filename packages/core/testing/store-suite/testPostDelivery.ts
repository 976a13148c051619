import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Lane, MessageRef, Post } from '../../src/model/Post.ts'
import type { PostOutcome } from '../../src/ports/Store.ts'
import { sampleMessage } from '../samples/sampleMessage.ts'
import type { OpenedStore } from './OpenedStore.ts'
import { saveRequest } from './saveRequest.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 9, minutes))
const REF: MessageRef = { platform: 'slack', workspace: 'T1', channel: 'C1', messageId: '1.0001' }

export function testPostDelivery(subject: () => OpenedStore): void {
  describe('delivery of posts', () => {
    let lane: Lane
    let requestId: string
    beforeEach(async () => {
      requestId = (await saveRequest(subject().store, { status: 'approved' })).id
      lane = { subject: { requestId }, platform: 'slack' }
    })

    const add = (id: string, kind: Post['kind'] = 'thread') =>
      subject().store.transaction((unit) =>
        unit.addPosts([
          {
            id,
            lane,
            kind,
            recipient: null,
            message: kind === 'card' ? null : sampleMessage(),
            at: at(0),
          },
        ]),
      )
    const claim = (now = at(1), staleBefore = new Date(now.getTime() - 60_000)) =>
      subject().store.claimPost({ lane, now, staleBefore })
    const settle = (
      post: Pick<Post, 'id' | 'attempts' | 'revision'> | null,
      outcome: PostOutcome = { sent: REF },
    ) => {
      if (post === null) throw new Error('Nothing was claimed.')
      const { id, attempts, revision } = post
      return subject().store.settlePost({ id, attempts, revision, outcome, at: at(2) })
    }
    const touch = () => subject().store.transaction((unit) => unit.touchCards({ requestId, at: at(3) }))

    test('posts of a lane leave in their order, one at a time', async () => {
      for (const id of ['z', 'a', 'm']) await add(id)
      const order: string[] = []
      for (let turn = 0; turn < 3; turn++) {
        const post = await claim()
        expect(await claim()).toBeNull()
        await settle(post)
        order.push(post?.id ?? 'none')
      }
      expect(order).toEqual(['z', 'a', 'm'])
      expect(await claim()).toBeNull()
    })

    test('a message that was deleted is posted anew at once', async () => {
      await add('card', 'card')
      await settle(await claim())
      await touch()
      const post = await claim(at(4))
      expect(post?.ref).toEqual(REF)
      await settle(post, { gone: 'It was deleted.' })
      expect(await claim(at(4))).toMatchObject({ id: 'card', ref: null, attempts: 3 })
    })

    test('an empty lane has nothing to claim', async () => {
      expect(await claim()).toBeNull()
    })

    test('lanes of other requests and platforms do not wait for each other', async () => {
      await add('here')
      const other: Lane = { ...lane, platform: 'discord' }
      await subject().store.transaction((unit) =>
        unit.addPosts([
          {
            id: 'there',
            lane: other,
            kind: 'thread',
            recipient: null,
            message: sampleMessage(),
            at: at(0),
          },
        ]),
      )
      expect((await claim())?.id).toBe('here')
      const there = await subject().store.claimPost({ lane: other, now: at(1), staleBefore: at(0) })
      expect(there?.id).toBe('there')
    })

    test('a card that is out of date goes before everything else', async () => {
      await add('card', 'card')
      await settle(await claim())
      await add('thread')
      await touch()
      const card = await claim()
      expect(card).toMatchObject({ id: 'card', revision: 2, ref: REF })
      await settle(card)
      expect((await claim())?.id).toBe('thread')
    })

    test('a card that changed while it was sent is sent again', async () => {
      await add('card', 'card')
      const first = await claim()
      await touch()
      await settle(first)
      const again = await claim()
      expect(again).toMatchObject({ id: 'card', revision: 2, attempts: 2, ref: REF })
      await settle(again)
      expect(await claim()).toBeNull()
    })

    test('a card that changed while it failed for good is tried again', async () => {
      await add('card', 'card')
      const first = await claim()
      await touch()
      await settle(first, { failed: 'channel_not_found' })
      expect((await claim())?.id).toBe('card')
    })

    test('a card that failed for good is tried again once it changes', async () => {
      await add('card', 'card')
      await settle(await claim(), { failed: 'channel_not_found' })
      expect(await claim()).toBeNull()
      await touch()
      expect((await claim())?.id).toBe('card')
    })

    test('a card in a pause keeps it when it is touched', async () => {
      await add('card', 'card')
      await settle(await claim(), { retryAt: at(30), error: 'rate limited' })
      await touch()
      expect(await claim(at(29))).toBeNull()
      expect((await claim(at(30)))?.id).toBe('card')
    })

    test('a post that has to be tried again holds the lane until its time', async () => {
      await add('first')
      await add('second')
      await settle(await claim(), { retryAt: at(5), error: 'HTTP 503' })
      expect(await claim(at(4))).toBeNull()
      expect(await claim(at(5))).toMatchObject({ id: 'first', attempts: 2, ref: null })
    })

    test('a post that failed for good lets the next one pass', async () => {
      await add('first')
      await add('second')
      await settle(await claim(), { failed: 'user_not_found' })
      expect((await claim())?.id).toBe('second')
    })

    test('a claim is held until it is stale, then somebody else may take it over', async () => {
      await add('post')
      expect(await claim(at(1))).toMatchObject({ attempts: 1 })
      expect(await claim(at(2), new Date(at(1).getTime() - 1))).toBeNull()
      expect(await claim(at(2), at(1))).toMatchObject({ id: 'post', attempts: 2 })
    })

    test('whoever lost the claim cannot settle it any more', async () => {
      await add('post')
      const slow = await claim(at(1))
      const quick = await claim(at(10))
      await settle(slow, { failed: 'too slow' })
      expect(await claim(at(10))).toBeNull()
      await settle(quick, { retryAt: at(11), error: 'HTTP 503' })
      await settle(slow)
      expect(await claim(at(12))).toMatchObject({ id: 'post', attempts: 3, ref: null })
    })

    test('a settled claim is not settled twice, and an unknown one not at all', async () => {
      await add('post')
      const post = await claim()
      await settle(post, { retryAt: at(3), error: 'HTTP 503' })
      await settle(post)
      await settle({ id: 'nobody', attempts: 1, revision: 1 })
      expect((await claim(at(3)))?.id).toBe('post')
    })

    test('a claim is not taken over because a card has to be shown: one at a time', async () => {
      await add('card', 'card')
      await settle(await claim())
      await add('thread')
      const thread = await claim()
      await touch()
      expect(await claim()).toBeNull()
      await settle(thread)
      expect((await claim())?.id).toBe('card')
    })

    test('of many that claim at once one gets the post, many rounds', async () => {
      for (let round = 0; round < 30; round++) {
        await add(randomUUID())
        const claims = await Promise.all([1, 2, 3, 4].map(() => claim()))
        const winners = claims.filter((post) => post !== null)
        expect(winners).toHaveLength(1)
        await settle(winners[0] ?? null)
      }
    })

    test('whatever adds, touches and claims at once, a lane never has two posts in the air', async () => {
      await add('card', 'card')
      let inTheAir = 0
      let sent = 0
      const deliver = async () => {
        for (let idle = 0; idle < 40; ) {
          const post = await claim()
          if (post === null) {
            idle++
            continue
          }
          inTheAir++
          expect(inTheAir).toBe(1)
          await Promise.resolve()
          inTheAir--
          sent++
          await settle(post)
        }
      }
      const write = async () => {
        for (let round = 0; round < 10; round++) {
          await add(randomUUID())
          await touch()
        }
      }
      await Promise.all([write(), deliver(), deliver(), deliver()])
      await deliver()
      expect(sent).toBeGreaterThanOrEqual(11)
      expect(await claim()).toBeNull()
    })
  })
}
