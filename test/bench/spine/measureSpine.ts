import { createFakeSlack } from '@medikey/slack/testing'
import { createCleanup } from '../../harness/createCleanup.ts'
import { createHttpProxy } from '../../harness/createHttpProxy.ts'
import { createTempDir } from '../../harness/createTempDir.ts'
import { startChain } from '../../harness/startChain.ts'
import { startMedikey } from '../../harness/startMedikey.ts'
import { describeMachine } from '../describeMachine.ts'
import type { Report } from '../Report.ts'
import { readVersions } from '../readVersions.ts'
import { measureAcknowledgement } from './measureAcknowledgement.ts'
import { measureBroadcast } from './measureBroadcast.ts'
import { startEmptyHandler } from './startEmptyHandler.ts'

/**
 * Measures the product's spine: a MediKey with the embedded store, on a local chain, each in a process of its own, with
 * the double of Slack in this one.
 */
export async function measureSpine(): Promise<Report> {
  const machine = describeMachine()
  const cleanup = createCleanup()
  try {
    const slack = await createFakeSlack()
    cleanup.add(slack.close)
    const chain = await startChain({ blockTimeMs: 250, cleanup })
    const proxy = await createHttpProxy({ target: chain.url, cleanup })
    const empty = await startEmptyHandler({ signingSecret: slack.signingSecret, cleanup })
    const { url } = await startMedikey({
      directory: createTempDir({ cleanup }),
      chainUrl: proxy.url,
      slack,
      // As in production: a log at debug level would be measured too.
      env: { LOG_LEVEL: 'info' },
      cleanup,
    })
    const medikey = `${url}/slack/events`
    return {
      name: 'spine',
      machine,
      versions: readVersions(['medikey', '@slack/bolt']),
      figures: [
        await measureAcknowledgement(slack, { doors: { medikey, empty } }),
        await measureBroadcast({ slack, proxy }, { door: medikey }),
      ],
    }
  } finally {
    await cleanup.run()
  }
}
