import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { personas } from 'medikey'
import { stringify } from 'yaml'

/** What the double of Slack calls a persona. */
export const toSlackId = (handle: string): string => `U0${handle.toUpperCase()}`

/**
 * Writes the medikey.yaml of a clinic whose people are the personas, with their accounts in the double of Slack.
 *
 * @param options.without handles of people who are not linked
 * @returns its path
 * @example
 * const path = writeMedikeyConfig({ directory })
 */
export function writeMedikeyConfig(options: { directory: string; without?: readonly string[] }): string {
  const { directory, without = [] } = options
  const path = join(directory, 'medikey.yaml')
  const content = {
    network: 'devnet',
    identities: personas
      .filter(({ handle }) => !without.includes(handle))
      .map(({ handle, name, principal }) => ({ name, principal, slack: toSlackId(handle) })),
    channels: { slack: { approvals: 'C0APPROVE', alerts: 'C0ALERTS' } },
  }
  writeFileSync(path, stringify(content))
  return path
}
