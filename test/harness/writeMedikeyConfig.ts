import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FakeDiscord } from '@medikey/discord/testing'
import type { FakeSlack } from '@medikey/slack/testing'
import { personas } from 'medikey'
import { stringify } from 'yaml'

/** What the double of Slack calls a persona. */
export const toSlackId = (handle: string): string => `U0${handle.toUpperCase()}`

/**
 * Writes the medikey.yaml of a clinic whose people are the personas, with their accounts in the doubles that there are.
 *
 * @param options.without handles of people who are not linked
 * @returns its path
 * @example
 * const path = writeMedikeyConfig({ directory, slack })
 */
export function writeMedikeyConfig(options: {
  directory: string
  slack?: FakeSlack | undefined
  discord?: FakeDiscord | undefined
  without?: readonly string[] | undefined
}): string {
  const { directory, slack, discord, without = [] } = options
  const path = join(directory, 'medikey.yaml')
  const content = {
    network: 'devnet',
    identities: personas
      .filter(({ handle }) => !without.includes(handle))
      .map(({ handle, name, principal }) => ({
        name,
        principal,
        ...(slack === undefined ? {} : { slack: toSlackId(handle) }),
        ...(discord === undefined ? {} : { discord: discord.users[handle] }),
      })),
    channels: {
      ...(slack === undefined ? {} : { slack: { approvals: 'C0APPROVE', alerts: 'C0ALERTS' } }),
      ...(discord === undefined
        ? {}
        : { discord: { approvals: discord.channels.approvals, alerts: discord.channels.alerts } }),
    },
  }
  writeFileSync(path, stringify(content))
  return path
}
