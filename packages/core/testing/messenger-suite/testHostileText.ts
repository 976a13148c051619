import { describe, expect, test } from 'vitest'
import { createMessage } from '../../src/messages/createMessage.ts'
import { hostileTexts } from './hostileTexts.ts'
import type { MessengerHarness } from './MessengerHarness.ts'
import { postCard } from './postCard.ts'
import { say } from './say.ts'

/** Nothing in a text is markup, a mention or a link. */
export function testHostileText(subject: () => MessengerHarness): void {
  describe('shows text as text', () => {
    test.each(Object.entries(hostileTexts))('%s', async (_, text) => {
      const value = [text, { bold: text }, { code: text }]
      await postCard(subject(), {
        message: createMessage({ paragraphs: [[text], value], fields: [{ label: 'Reason', value }] }),
      })
      const [shown] = await subject().list('approvals')
      expect(shown).toMatchObject({ mentions: [], isBroadcast: false, links: [] })
      // Letters with marks may be composed or taken apart: the reader sees the same.
      expect(shown?.text.normalize()).toContain(text.normalize())
    })

    test.each(Object.entries(hostileTexts))('%s, in the title and the small print', async (_, text) => {
      await postCard(subject(), {
        message: createMessage({ title: text, footer: [[text], ['a ', { code: text }]] }),
      })
      expect(await subject().list('approvals')).toMatchObject([
        { mentions: [], isBroadcast: false, links: [] },
      ])
    })

    test('a mark that turns the order of letters does not reach the reader', async () => {
      await postCard(subject(), { message: say('safe \u202Egnp.exe\u2069\u0000 end\uD800') })
      const [shown] = await subject().list('approvals')
      expect(shown?.text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]|\p{Cc}/u)
    })
  })
}
