import { describe, expect, test } from 'vitest'
import { alertId, card, requestId } from './card.ts'
import type { MessengerHarness } from './MessengerHarness.ts'
import { postCard } from './postCard.ts'

/** A card shows its present state in place. */
export function testCardUpdates(subject: () => MessengerHarness, options: { isRemote: boolean }): void {
  describe('shows a card’s present state in place', () => {
    test('with its buttons gone and nothing posted anew', async () => {
      const ref = await postCard(subject())
      const message = { ...card, paragraphs: [['Denied']], actions: [] }
      await subject().messenger.updateCard({ ref, message, requestId, key: 'card-1' })
      const shown = await subject().list('approvals')
      expect(shown).toHaveLength(1)
      expect(shown[0]).toMatchObject({ text: expect.stringContaining('Denied'), buttons: [] })
    })

    test('also where it is a direct message', async () => {
      const { messenger, workspace, userId } = subject()
      const ref = await postCard(subject(), {}, { workspace, userId })
      await messenger.updateCard({
        ref,
        message: { ...card, paragraphs: [['Sent']] },
        requestId,
        key: 'card-1',
      })
      expect(await subject().list({ direct: userId })).toMatchObject([
        { text: expect.stringContaining('Sent') },
      ])
      expect(await subject().list('approvals')).toEqual([])
    })

    test('also where it is an alert', async () => {
      const { messenger } = subject()
      const key = 'alert-1'
      const ref = await messenger.postAlert({ key, alertId, message: card, maybePosted: false })
      await messenger.updateCard({ ref, key, alertId, message: { ...card, paragraphs: [['Resolved']] } })
      await messenger.postThread({ ref, key: 't1', message: card, maybePosted: false })
      expect(await subject().list('alerts')).toMatchObject([{ text: expect.stringContaining('Resolved') }])
      expect(await subject().list({ below: ref })).toHaveLength(1)
      expect(await subject().list('approvals')).toEqual([])
      expect(await messenger.postAlert({ key, alertId, message: card, maybePosted: true })).toEqual(ref)
    })

    test('the same state twice changes nothing', async () => {
      const ref = await postCard(subject())
      await subject().messenger.updateCard({ ref, message: card, requestId, key: 'card-1' })
      const once = await subject().list('approvals')
      await subject().messenger.updateCard({ ref, message: card, requestId, key: 'card-1' })
      expect(await subject().list('approvals')).toEqual(once)
    })

    if (!options.isRemote) return
    test('a card that is gone is no use trying again', async () => {
      const ref = await postCard(subject())
      const gone = {
        ...ref,
        messageId: ref.messageId.replace(/\d$/, (digit) => ((Number(digit) + 1) % 10).toString()),
      }
      const update = subject().messenger.updateCard({ ref: gone, message: card, requestId, key: 'card-1' })
      await expect(update).rejects.toMatchObject({
        name: 'MessengerError',
        retryAfterMs: null,
        ambiguous: false,
      })
    })
  })
}
