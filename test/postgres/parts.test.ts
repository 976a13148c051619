import { createFakeSlack, renderText } from '@medikey/slack/testing'
import { createTestDatabase } from '@medikey/store/testing'
import { afterAll, expect, test } from 'vitest'
import { ask } from '../harness/ask.ts'
import { createCleanup } from '../harness/createCleanup.ts'
import { createTempDir } from '../harness/createTempDir.ts'
import { startChain } from '../harness/startChain.ts'
import { startMedikey } from '../harness/startMedikey.ts'
import { waitUntil } from '../harness/waitUntil.ts'

const WITHIN_MS = 30_000

const cleanup = createCleanup()
afterAll(cleanup.run)

test('one process listens to Slack and two others do the rest: a grant goes all its way', async () => {
  const serverUrl = process.env.TEST_DATABASE_URL
  if (serverUrl === undefined) throw new Error('Set TEST_DATABASE_URL to a PostgreSQL server for tests.')
  const { databaseUrl, drop } = await createTestDatabase({ serverUrl })
  cleanup.add(drop)
  const chain = await startChain({ blockTimeMs: 250, cleanup })
  const slack = await createFakeSlack()
  cleanup.add(slack.close)
  const start = (only: string, mode: 'http' | 'socket' = 'socket') =>
    startMedikey({
      directory: createTempDir({ cleanup }),
      chainUrl: chain.url,
      slack,
      databaseUrl,
      mode,
      args: ['--only', only],
      cleanup,
    })
  const [follower, worker] = await Promise.all([start('follower,jobs'), start('worker')])
  const bot = await start('slack')

  const { card } = await ask(slack, { by: 'alice', text: 'grant 1 @nadia 500 ward round' })
  await slack.click({ user: 'U0CMO', message: card, actionId: 'medikey_approve' })
  await waitUntil({
    what: 'the grant on the card',
    withinMs: WITHIN_MS,
    look: () => (renderText(card).includes('Access granted') ? true : null),
  })
  // The projection is the follower's work; the answer, the bot's.
  await waitUntil({
    what: 'the grant in the record',
    withinMs: WITHIN_MS,
    async look() {
      const earlier = slack.ephemerals('U0ALICE').length
      await slack.command({ user: 'U0ALICE', text: 'record 1' })
      const answer = await waitUntil({
        what: 'the answer',
        withinMs: WITHIN_MS,
        look: () => slack.ephemerals('U0ALICE')[earlier],
      })
      return renderText(answer).includes('0 of 500') ? true : null
    },
  })

  const moved = (process: typeof bot) => process.log().filter(({ msg }) => msg === 'Transaction moved').length
  const sent = (process: typeof bot) => process.log().filter(({ msg }) => msg === 'Post sent').length
  expect([bot, worker, follower].map((process) => moved(process) > 0)).toEqual([false, true, false])
  expect([bot, worker, follower].map((process) => sent(process) > 0)).toEqual([true, false, false])
  for (const process of [bot, worker, follower])
    expect(await process.stop()).toEqual({ code: 0, signal: null })
})
