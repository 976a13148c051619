import type { FakeSlack } from '@medikey/slack/testing'
import { personas } from 'medikey'
import { expect } from 'vitest'

/**
 * Asserts that nothing secret stands in what a process wrote: no token, no signing secret, no private key.
 *
 * @param options.others further secrets that the process was given
 */
export function expectNoSecrets(
  output: string,
  options: { slack: FakeSlack; others?: readonly string[] },
): void {
  const { slack, others = [] } = options
  const secrets = [
    slack.botToken,
    slack.appToken,
    slack.signingSecret,
    // Without the suffix that marks a compressed public key: in either form it is the key.
    ...personas.map(({ privateKey }) => privateKey.slice(0, 64)),
    ...others,
  ]
  expect(secrets.filter((secret) => output.includes(secret))).toEqual([])
}
