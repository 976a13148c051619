import { describe, expect, test } from 'vitest'
import { createMessage } from '../../src/messages/createMessage.ts'
import type { Person } from '../../src/messages/Message.ts'
import type { MessengerHarness } from './MessengerHarness.ts'
import { postCard } from './postCard.ts'

/** Only a person with an account here is mentioned. */
export function testMentions(subject: () => MessengerHarness): void {
  describe('mentions', () => {
    const person = (accounts: Person['accounts']): Person => ({
      name: 'Nadia Keller',
      principal: 'ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC',
      accounts,
    })
    const account = (workspace: string, platform = subject().messenger.platform as string) => ({
      platform,
      workspace,
      userId: subject().userId,
    })

    test('a person by their account in this workspace', async () => {
      const message = createMessage({
        paragraphs: [['for ', { person: person([account(subject().workspace)]) }]],
      })
      await postCard(subject(), { message })
      expect((await subject().list('approvals'))[0]?.mentions).toEqual([subject().userId])
    })

    test.each([
      ['no account', () => []],
      ['an account elsewhere', () => [account('T0ELSEWHERE')]],
      ['an account on another platform', () => [account(subject().workspace, 'elsewhere')]],
      [
        'two accounts here',
        () => [account(subject().workspace), { ...account(subject().workspace), userId: 'U0OTHER' }],
      ],
    ] as const)('somebody with %s by name only', async (_, accounts) => {
      await postCard(subject(), {
        message: createMessage({ paragraphs: [['for ', { person: person(accounts()) }]] }),
      })
      const [shown] = await subject().list('approvals')
      expect(shown).toMatchObject({ mentions: [], text: expect.stringContaining('for Nadia Keller') })
    })
  })
}
