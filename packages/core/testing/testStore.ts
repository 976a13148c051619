import { afterEach, beforeEach, describe } from 'vitest'
import type { OpenedStore } from './store-suite/OpenedStore.ts'
import { testActivity } from './store-suite/testActivity.ts'
import { testAlerts } from './store-suite/testAlerts.ts'
import { testDelivery } from './store-suite/testDelivery.ts'
import { testDigests } from './store-suite/testDigests.ts'
import { testEvents } from './store-suite/testEvents.ts'
import { testEvidence } from './store-suite/testEvidence.ts'
import { testFollower } from './store-suite/testFollower.ts'
import { testGrants } from './store-suite/testGrants.ts'
import { testLinks } from './store-suite/testLinks.ts'
import { testMonitors } from './store-suite/testMonitors.ts'
import { testPatterns } from './store-suite/testPatterns.ts'
import { testPersonal } from './store-suite/testPersonal.ts'
import { testPostDelivery } from './store-suite/testPostDelivery.ts'
import { testPosts } from './store-suite/testPosts.ts'
import { testProjection } from './store-suite/testProjection.ts'
import { testQueue } from './store-suite/testQueue.ts'
import { testRequests } from './store-suite/testRequests.ts'
import { testSigners } from './store-suite/testSigners.ts'
import { testTimeline } from './store-suite/testTimeline.ts'
import { testTransactions } from './store-suite/testTransactions.ts'
import { testUnitOfWork } from './store-suite/testUnitOfWork.ts'
import { testWatch } from './store-suite/testWatch.ts'

/**
 * The conformance suite of Store and Queue: what every implementation has to do.
 *
 * @param name what the implementation is called in the report
 * @param open gives an empty store; called once a test
 * @example
 * testStore('memory', async () => createMemoryStore())
 */
export function testStore(name: string, open: () => Promise<OpenedStore>): void {
  describe(name, { timeout: 30_000 }, () => {
    let opened: OpenedStore
    beforeEach(async () => {
      opened = await open()
    })
    afterEach(() => opened.close())

    const subject = () => opened
    testRequests(subject)
    testTransactions(subject)
    testSigners(subject)
    testGrants(subject)
    testPosts(subject)
    testPostDelivery(subject)
    testDelivery(subject)
    testProjection(subject)
    testEvents(subject)
    testActivity(subject)
    testFollower(subject)
    testEvidence(subject)
    testAlerts(subject)
    testLinks(subject)
    testTimeline(subject)
    testMonitors(subject)
    testPersonal(subject)
    testPatterns(subject)
    testWatch(subject)
    testDigests(subject)
    testUnitOfWork(subject)
    testQueue(subject)
  })
}
