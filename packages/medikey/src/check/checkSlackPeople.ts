import type { Config } from '@medikey/runtime'
import type { SlackConnection } from '@medikey/slack'
import type { Check } from './Check.ts'

/** Names the people of medikey.yaml whose workspace has no token: they can neither be answered nor written to. */
export function checkSlackPeople(
  { workspaces }: Pick<SlackConnection, 'workspaces'>,
  options: Pick<Config, 'identities'>,
): Check[] {
  const served = new Set(workspaces.map(({ workspace }) => workspace))
  const unserved = options.identities.filter(
    ({ slack }) => slack !== null && slack.workspace !== null && !served.has(slack.workspace),
  )
  if (unserved.length === 0) return []
  const who = unserved.map(({ name, slack }) => `${name} (${slack?.workspace})`).join(', ')
  const detail = `No token of SLACK_BOT_TOKEN is for the workspace of ${who}. Add its token, or correct their slack id in medikey.yaml.`
  return [{ name: 'slack people', ok: false, detail }]
}
