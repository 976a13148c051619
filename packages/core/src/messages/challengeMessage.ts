import { formatChallenge } from '../identities/formatChallenge.ts'
import type { ShownChallenge } from '../model/ShownChallenge.ts'
import { createMessage } from './createMessage.ts'
import type { Message } from './Message.ts'

/** What a person has to sign to be linked, and how. */
export function challengeMessage(challenge: ShownChallenge): Message {
  const { account, network, expiresAt } = challenge
  return createMessage({
    title: 'Prove which principal you are',
    tone: 'waiting',
    paragraphs: [
      ['Sign this challenge with your Stacks key, on your own machine. Nothing is sent from there:'],
      [{ code: `medikey identity sign ${formatChallenge(challenge)}` }],
      ['Then paste here the line that it prints: ', { code: '/medikey link <principal> <signature>' }],
      [
        'It is good once, for you alone, until ',
        { time: expiresAt.toISOString() },
        '. Never sign a challenge that somebody sent you: they would become you.',
      ],
    ],
    fields: [
      { label: 'You', value: [`${account.platform} user `, { code: account.userId }] },
      { label: 'Workspace', value: [{ code: account.workspace }] },
      { label: 'Network', value: [network] },
    ],
  })
}
