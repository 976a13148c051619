import { describe, expect, test } from 'vitest'
import { createMessage } from '../../src/messages/createMessage.ts'
import type { MessageRef } from '../../src/model/Post.ts'
import type { MessengerHarness } from './MessengerHarness.ts'
import { postCard } from './postCard.ts'

/** A posted message is linked to where it stands. */
export function testMessageLinks(subject: () => MessengerHarness, options: { hasLinks: boolean }): void {
  describe('links to a posted message', () => {
    const linkTo = (refs: readonly MessageRef[]) =>
      postCard(subject(), {
        key: 'card-2',
        message: createMessage({ paragraphs: [['See ', { message: { label: 'the card', refs } }]] }),
      })
    const shown = async () => (await subject().list('approvals')).at(-1)

    if (options.hasLinks) {
      test('that stands on its own platform, among others', async () => {
        const ref = await postCard(subject())
        const elsewhere: MessageRef = { platform: 'terminal', workspace: 'w', channel: 'c', messageId: 'm' }
        await linkTo([elsewhere, ref])
        expect(await shown()).toMatchObject({
          text: expect.stringContaining('See the card'),
          links: [expect.stringMatching(/^https:\/\//)],
        })
        expect((await shown())?.links[0]).toContain(ref.channel)
      })
    }

    test.each([
      ['of another workspace', (ref: MessageRef) => [{ ...ref, workspace: 'elsewhere' }]],
      [
        'of another platform',
        (ref: MessageRef) => [{ ...ref, platform: 'elsewhere' as MessageRef['platform'] }],
      ],
      ['that was never posted', () => []],
    ] as const)('but one %s is its label alone', async (_, toRefs) => {
      await linkTo(toRefs(await postCard(subject())))
      expect(await shown()).toMatchObject({ text: expect.stringContaining('See the card'), links: [] })
    })
  })
}
