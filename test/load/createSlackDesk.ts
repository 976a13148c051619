import { people } from '@medikey/core/testing'
import type { FakeSlack } from '@medikey/slack/testing'
import type { Desk } from './Desk.ts'

const MEMBERS = Object.keys(people).map((handle) => `U0${handle.toUpperCase()}`)
const COMMANDS = [
  'record 1',
  'records',
  'whoami',
  'privilege 1 @nadia',
  'pending',
  'help',
  'stats @alice',
  'record 99',
]

/** A workspace of Slack whose people type. Each command comes from a channel of its own: that tells its answer. */
export function createSlackDesk(slack: FakeSlack): Desk {
  const seen = new Map<string, number>()
  return {
    platform: 'Slack',
    async type(n) {
      const channel = `C0LOAD${n}`
      const user = MEMBERS[n % MEMBERS.length] ?? ''
      await slack.command({ user, text: COMMANDS[n % COMMANDS.length] ?? '', channel })
      return channel
    },
    takeAnswers: () =>
      MEMBERS.flatMap((user) => {
        const all = slack.ephemerals(user)
        const fresh = all.slice(seen.get(user) ?? 0)
        seen.set(user, all.length)
        return fresh.map(({ channel }) => channel)
      }),
    // Slack renews one socket at a time.
    reconnect: () => slack.disconnect('refresh_requested', 1),
  }
}
