import { describe, expect, test } from 'vitest'
import { requestId } from './card.ts'
import { count } from './count.ts'
import type { MessengerHarness, Place } from './MessengerHarness.ts'
import { postCard } from './postCard.ts'
import { say } from './say.ts'
import { toPostingWays } from './toPostingWays.ts'

/** Every message lands where it belongs, and says all it says. */
export function testPosting(subject: () => MessengerHarness): void {
  const ways = toPostingWays(subject)
  describe('posts', () => {
    test('a card with all it says and its buttons, and tells where it stands', async () => {
      const ref = await postCard(subject())
      expect(ref).toMatchObject({ platform: subject().messenger.platform, workspace: subject().workspace })
      const [shown] = await subject().list('approvals')
      for (const text of [
        'Grant access to record 7',
        'Waiting for a decision since',
        'Limit',
        '500 in all',
        'ward round',
      ]) {
        expect(shown?.text).toContain(text)
      }
      expect(shown?.buttons).toEqual([requestId, requestId])
    })

    test.each([...ways])('%s where it belongs and nowhere else', async (_, post) => {
      const { place } = await post({ key: 'k1', message: say('hello'), maybePosted: false })
      const places: Place[] = ['approvals', 'alerts', { direct: subject().userId }]
      for (const candidate of places) {
        const isHere = JSON.stringify(candidate) === JSON.stringify(place)
        expect(await count(subject(), candidate)).toBe(isHere ? 1 : 0)
      }
    })

    test('below a card, in order', async () => {
      const ref = await postCard(subject())
      await subject().messenger.postThread({ ref, key: 't1', message: say('first'), maybePosted: false })
      await subject().messenger.postThread({ ref, key: 't2', message: say('second'), maybePosted: false })
      expect((await subject().list({ below: ref })).map(({ text }) => text)).toEqual([
        expect.stringContaining('first'),
        expect.stringContaining('second'),
      ])
      expect(await count(subject(), 'approvals')).toBe(1)
    })
  })
}
