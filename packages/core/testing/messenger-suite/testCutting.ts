import { describe, expect, test } from 'vitest'
import { card, requestId } from './card.ts'
import type { MessengerHarness } from './MessengerHarness.ts'
import { postCard } from './postCard.ts'

/** What is too long or too much is cut, and one can see it. */
export function testCutting(subject: () => MessengerHarness): void {
  describe('cuts what is too long, visibly', () => {
    test.each([
      ['letters', 'a'.repeat(10_000)],
      ['emoji', '👩‍⚕️'.repeat(2_000)],
      ['quotes, which grow on the wire', '"\\\n'.repeat(4_000)],
      ['right-to-left letters', 'א'.repeat(10_000)],
    ])('%s, and keeps the buttons', async (_, text) => {
      const fields = [{ label: 'Reason', value: [text] }]
      await postCard(subject(), {
        message: { ...card, title: text, paragraphs: [[text]], fields, footer: [[text]] },
      })
      const [shown] = await subject().list('approvals')
      expect(shown?.text.match(/…/g)?.length).toBeGreaterThanOrEqual(3)
      expect(shown?.buttons).toEqual([requestId, requestId])
      expect(shown?.text.isWellFormed()).toBe(true)
    })

    test('too many paragraphs and fields', async () => {
      const paragraphs = Array.from({ length: 300 }, (_, index) => [`paragraph ${index}`])
      const fields = Array.from({ length: 300 }, (_, index) => ({
        label: `field ${index}`,
        value: ['x'.repeat(200)],
      }))
      await postCard(subject(), { message: { ...card, paragraphs, fields } })
      const [shown] = await subject().list('approvals')
      expect(shown?.text).toContain('paragraph 0')
      expect(shown?.text).toContain('…')
      expect(shown?.buttons).toEqual([requestId, requestId])
    })

    test('a reason of the longest allowed length stays whole', async () => {
      const reason = 'because '.repeat(62).trim()
      await postCard(subject(), { message: { ...card, fields: [{ label: 'Reason', value: [reason] }] } })
      expect((await subject().list('approvals'))[0]?.text).toContain(reason)
    })
  })
}
