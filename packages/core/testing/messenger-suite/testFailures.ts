import { describe, expect, test } from 'vitest'
import { MessengerError } from '../../src/errors/MessengerError.ts'
import type { Disturbance, MessengerHarness } from './MessengerHarness.ts'
import { postCard } from './postCard.ts'

/** A failure says whether another try can help, and when. */
export function testFailures(subject: () => MessengerHarness): void {
  describe('says of a failure whether to try again', () => {
    test.each([
      ['rate-limited', { retries: true, ambiguous: false }],
      ['server-error', { retries: true, ambiguous: true }],
      ['lost-answer', { retries: true, ambiguous: true }],
      ['lost-call', { retries: true, ambiguous: true }],
      ['refused-token', { retries: false, ambiguous: false }],
      ['unknown-channel', { retries: false, ambiguous: false }],
    ] satisfies [Disturbance, { retries: boolean; ambiguous: boolean }][])(
      '%s',
      async (disturbance, expected) => {
        subject().disturb(disturbance)
        const error = await postCard(subject()).catch((reason: unknown) => reason)
        if (!(error instanceof MessengerError)) throw new Error('It did not fail as a messenger does.')
        expect({ retries: error.retryAfterMs !== null, ambiguous: error.ambiguous }).toEqual(expected)
        expect(error.retryable).toBe(expected.retries)
        expect(error.platform).toBe(subject().messenger.platform)
        expect(error.shortMessage).toMatch(/^[A-Z].*[.)]$/)
        for (const secret of subject().secrets) expect(error.message).not.toContain(secret)
      },
    )

    test('and when: a platform’s own waiting time is kept', async () => {
      subject().disturb('rate-limited')
      await expect(postCard(subject())).rejects.toMatchObject({ retryAfterMs: 3000 })
    })
  })
}
