import { describe, expect, test } from 'vitest'
import { MessengerError } from '../../src/errors/MessengerError.ts'
import { requestId } from './card.ts'
import { count } from './count.ts'
import type { MessengerHarness } from './MessengerHarness.ts'
import { postCard } from './postCard.ts'
import { say } from './say.ts'
import { toPostingWays } from './toPostingWays.ts'

/** However often it is told to post, a message with its key is there once. */
export function testPostingOnce(subject: () => MessengerHarness, options: { isRemote: boolean }): void {
  const ways = toPostingWays(subject)
  describe('posts once, however often it is told to', () => {
    test.each([...ways])('%s that is there already', async (_, post) => {
      const posting = { key: 'k1', message: say('hello'), maybePosted: false }
      const { ref, place } = await post(posting)
      expect((await post({ ...posting, maybePosted: true })).ref).toEqual(ref)
      expect(await count(subject(), place)).toBe(1)
    })

    if (options.isRemote) testLostPosts(subject)

    test('also when the card was edited meanwhile', async () => {
      const ref = await postCard(subject())
      await subject().messenger.updateCard({ ref, message: say('decided'), requestId, key: 'card-1' })
      expect(await postCard(subject(), { maybePosted: true })).toEqual(ref)
      expect(await count(subject(), 'approvals')).toBe(1)
    })

    test('while other keys stay other messages', async () => {
      await postCard(subject(), { key: 'card-1' })
      await postCard(subject(), { key: 'card-2', maybePosted: true })
      expect(await count(subject(), 'approvals')).toBe(2)
    })

    test('also when many messages came after it', async () => {
      const ref = await postCard(subject(), { key: 'card-0' })
      for (let index = 1; index <= 250; index += 1) await postCard(subject(), { key: `card-${index}` })
      expect(await postCard(subject(), { key: 'card-0', maybePosted: true })).toEqual(ref)
    })
  })
}

function testLostPosts(subject: () => MessengerHarness): void {
  const ways = toPostingWays(subject)
  test.each([...ways])('%s whose answer got lost is found again', async (_, post) => {
    const posting = { key: 'k1', message: say('hello'), maybePosted: false }
    subject().disturb('lost-answer')
    await expect(post(posting)).rejects.toMatchObject({ ambiguous: true })
    const { ref, place } = await post({ ...posting, maybePosted: true })
    expect(await count(subject(), place)).toBe(1)
    expect((await post({ ...posting, maybePosted: true })).ref).toEqual(ref)
    expect(await count(subject(), place)).toBe(1)
  })

  test.each([...ways])('%s that never arrived is posted at the second try', async (_, post) => {
    const posting = { key: 'k1', message: say('hello'), maybePosted: false }
    subject().disturb('lost-call')
    await expect(post(posting)).rejects.toBeInstanceOf(MessengerError)
    const { place } = await post({ ...posting, maybePosted: true })
    expect(await count(subject(), place)).toBe(1)
  })

  test.each([...ways])('%s that two posted is there once afterwards, as it was first', async (_, post) => {
    const posting = { key: 'k1', message: say('hello'), maybePosted: false }
    const { ref, place } = await post(posting)
    for (let copy = 0; copy < 2; copy += 1) {
      subject().forgetKeys()
      await post(posting)
    }
    expect(await count(subject(), place)).toBe(3)
    expect((await post({ ...posting, maybePosted: true })).ref).toEqual(ref)
    expect(await count(subject(), place)).toBe(1)
    expect((await post({ ...posting, key: 'k2' })).ref).not.toEqual(ref)
    expect((await post({ ...posting, maybePosted: true })).ref).toEqual(ref)
    expect(await count(subject(), place)).toBe(2)
  })

  test('also below a card, where two posted the same', async () => {
    const ref = await postCard(subject())
    const posting = { ref, key: 't1', message: say('told'), maybePosted: false }
    const first = await subject().messenger.postThread(posting)
    subject().forgetKeys()
    await subject().messenger.postThread(posting)
    expect(await count(subject(), { below: ref })).toBe(2)
    expect(await subject().messenger.postThread({ ...posting, maybePosted: true })).toEqual(first)
    expect(await count(subject(), { below: ref })).toBe(1)
  })

  test('below a card too', async () => {
    const ref = await postCard(subject())
    const posting = { ref, key: 't1', message: say('told'), maybePosted: false }
    subject().disturb('lost-answer')
    await expect(subject().messenger.postThread(posting)).rejects.toMatchObject({ ambiguous: true })
    const found = await subject().messenger.postThread({ ...posting, maybePosted: true })
    expect(await count(subject(), { below: ref })).toBe(1)
    expect(found).toMatchObject({ channel: expect.any(String), messageId: expect.any(String) })
  })
}
