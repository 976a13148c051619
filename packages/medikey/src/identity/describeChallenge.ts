import type { ShownChallenge } from '@medikey/core'

/** What somebody is about to prove by signing a challenge, in words, as lines. */
export function describeChallenge(challenge: ShownChallenge, options: { principal: string }): string {
  const { account, network, expiresAt } = challenge
  const until = expiresAt.toISOString().replace('T', ' ').replace('.000Z', ' UTC')
  return [
    'You are about to prove to MediKey, with your key:',
    `  that you are   the ${account.platform} user ${account.userId} of workspace ${account.workspace}`,
    `  and also       ${options.principal} on ${network}`,
    `  good once, until ${until}`,
    'MediKey will take what that user does in chat for your doing. Sign only if you have typed /medikey link yourself and',
    'this is the user that it named: a challenge that somebody sent you makes them you. Nothing is sent from here.',
    '',
  ].join('\n')
}
