import { afterEach, beforeEach, describe } from 'vitest'
import type { MessengerHarness } from './messenger-suite/MessengerHarness.ts'
import { testCardUpdates } from './messenger-suite/testCardUpdates.ts'
import { testCutting } from './messenger-suite/testCutting.ts'
import { testFailures } from './messenger-suite/testFailures.ts'
import { testHostileText } from './messenger-suite/testHostileText.ts'
import { testMentions } from './messenger-suite/testMentions.ts'
import { testMessageLinks } from './messenger-suite/testMessageLinks.ts'
import { testPictures } from './messenger-suite/testPictures.ts'
import { testPosting } from './messenger-suite/testPosting.ts'
import { testPostingOnce } from './messenger-suite/testPostingOnce.ts'

/**
 * The conformance suite of Messenger: what every platform has to do.
 *
 * @param name what the implementation is called in the report
 * @param open makes the messenger over a double of its platform; called once a test
 * @param options.isRemote false where nothing can come between the messenger and who reads: it keeps no messages
 * elsewhere and cannot fail, so what is about failures does not apply
 * @example
 * testMessenger('Slack', () => openSlackHarness())
 */
export function testMessenger(
  name: string,
  open: () => Promise<MessengerHarness>,
  options: { isRemote: boolean } = { isRemote: true },
): void {
  const { isRemote } = options
  describe(name, () => {
    let harness: MessengerHarness
    beforeEach(async () => {
      harness = await open()
    })
    afterEach(() => harness.close())

    const subject = () => harness
    testPosting(subject)
    testCardUpdates(subject, { isRemote })
    testPostingOnce(subject, { isRemote })
    testPictures(subject, { isRemote, hasPictures: isRemote })
    testMentions(subject)
    testMessageLinks(subject, { hasLinks: isRemote })
    testHostileText(subject)
    testCutting(subject)
    if (isRemote) testFailures(subject)
  })
}
