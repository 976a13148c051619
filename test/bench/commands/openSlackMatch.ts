import { createFakeSlack, type FakeSlack } from '@medikey/slack/testing'
import type { Cleanup } from '../../harness/createCleanup.ts'
import { waitUntil } from '../../harness/waitUntil.ts'
import type { Contender, Match } from './Contender.ts'
import { startApp } from './startApp.ts'

/** MediKey and a bare Bolt app that posts the same answer, both in Socket Mode, each on a double of its own. */
export async function openSlackMatch(options: { cleanup: Cleanup }): Promise<Match> {
  const { cleanup } = options
  const medikey = await openContender(new URL('slackMedikey.ts', import.meta.url), { cleanup, answer: null })
  await medikey.ask('alice')
  const [shown] = medikey.slack.ephemerals('U0ALICE')
  const answer = { text: shown?.text, blocks: shown?.blocks }
  const bare = await openContender(new URL('slackBare.ts', import.meta.url), { cleanup, answer })
  return { platform: 'Slack', medikey, bare }
}

async function openContender(
  script: URL,
  options: { cleanup: Cleanup; answer: object | null },
): Promise<Contender & { slack: FakeSlack }> {
  const { cleanup, answer } = options
  const slack = await createFakeSlack()
  cleanup.add(slack.close)
  const env = {
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    ANSWER: JSON.stringify(answer),
  }
  await startApp({ script, env, cleanup })
  return { slack, ask: (by) => ask(slack, `U0${by.toUpperCase()}`) }
}

async function ask(slack: FakeSlack, user: string): Promise<number> {
  const earlier = slack.ephemerals(user).length
  const startedAt = performance.now()
  await slack.command({ user, text: 'record 1' })
  await waitUntil({
    what: `an answer to ${user}`,
    withinMs: 30_000,
    everyMs: 1,
    look: () => slack.ephemerals(user)[earlier],
  })
  return performance.now() - startedAt
}
