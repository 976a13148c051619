import { describe, expect, test } from 'vitest'
import type { Messenger } from '../../src/ports/Messenger.ts'
import { count } from './count.ts'
import type { MessengerHarness } from './MessengerHarness.ts'
import { say } from './say.ts'

/** The smallest PNG: one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const images = ['draws', 'records', 'requests', 'alerts'].map((name) => ({
  name: `${name}.png`,
  alt: `What ${name} there were: ${'1,234; '.repeat(140)}`,
  png: new Uint8Array(PNG),
}))

/** A digest is posted with its pictures, or at least with its words, and never twice. */
export function testPictures(
  subject: () => MessengerHarness,
  options: { isRemote: boolean; hasPictures: boolean },
): void {
  const posting = { key: 'digest-1', message: say('the day'), images, maybePosted: false }
  const postDigest = (overrides: Partial<Parameters<Messenger['postDigest']>[0]> = {}) =>
    subject().messenger.postDigest({ ...posting, ...overrides })
  const list = () => subject().list('alerts')

  describe('posts a digest', () => {
    test('into the alerts channel, with its words', async () => {
      await postDigest()
      expect((await list()).map(({ text }) => text)).toEqual([expect.stringContaining('the day')])
      expect(await count(subject(), 'approvals')).toBe(0)
    })

    test('without pictures where there are none', async () => {
      await postDigest({ images: [] })
      expect(await list()).toMatchObject([{ images: [] }])
    })

    test('once, however often it is told to', async () => {
      const ref = await postDigest()
      expect(await postDigest({ maybePosted: true })).toEqual(ref)
      expect(await list()).toHaveLength(1)
    })

    if (options.hasPictures) {
      test('with its pictures in their order, and what they say', async () => {
        await postDigest()
        const [shown] = await list()
        expect(shown?.images.map(({ alt }) => alt)).toEqual(images.map(({ alt }) => alt))
        for (const { png } of shown?.images ?? []) expect(Buffer.from(png)).toEqual(PNG)
      })
    }

    if (options.isRemote) {
      test('once, with its pictures, also when the answer got lost', async () => {
        subject().disturb('lost-answer')
        await expect(postDigest()).rejects.toMatchObject({ ambiguous: true })
        const ref = await postDigest({ maybePosted: true })
        const shown = await list()
        expect(shown.map(({ images }) => images.length)).toEqual([4])
        expect(await postDigest({ maybePosted: true })).toEqual(ref)
      })

      test('at the second try, with its pictures, when the first never arrived', async () => {
        subject().disturb('lost-call')
        await expect(postDigest()).rejects.toThrow()
        await postDigest({ maybePosted: true })
        expect((await list()).map(({ images }) => images.length)).toEqual([4])
      })
    }
  })
}
